import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { makeQueryClient } from './api/queryClient.ts';
import { provideStored } from './api/stored.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Routes } from './routes.tsx';
import { LiveRegion } from './ui/LiveRegion.tsx';
import { prefetchOverlays } from './ui/overlayLoader.ts';
import { ToastRegion } from './ui/ToastRegion.tsx';

provideStored(() => import('./board/offline/storedAnswers.ts').then((module) => module.storedAnswers));

/** The whole browser side: data, addresses, and the two places where messages appear. */
export function App() {
  const [client] = useState(makeQueryClient);
  useEffect(prefetchOverlays, []);
  return (
    <QueryClientProvider client={client}>
      <ErrorBoundary>
        <Routes />
      </ErrorBoundary>
      <ToastRegion />
      <LiveRegion />
    </QueryClientProvider>
  );
}
