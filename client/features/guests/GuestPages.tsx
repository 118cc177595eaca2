import { Route, Switch } from 'wouter';
import { CodePage } from './CodePage.tsx';
import { GuestOver } from './GuestOver.tsx';
import { JoinPage } from './JoinPage.tsx';

/** Coming in by a code, and having been a guest. No code has the word of the second in it: codes have no vowels. */
export function GuestPages() {
  return (
    <Switch>
      <Route path="/meedoen">
        <CodePage />
      </Route>
      <Route path="/meedoen/voorbij">
        <GuestOver />
      </Route>
      <Route path="/meedoen/:code">{({ code }) => <JoinPage key={code} code={code} />}</Route>
    </Switch>
  );
}
