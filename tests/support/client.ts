/** What a browser does over HTTP: keeps the cookie, and says from which page it comes. */
export interface Client {
  /** The `Cookie` header that it would send now; empty when nobody is signed in. */
  readonly cookie: () => string;
  readonly get: (path: string, headers?: Headers) => Promise<Answer>;
  readonly post: (path: string, body?: unknown, headers?: Headers) => Promise<Answer>;
  readonly patch: (path: string, body?: unknown, headers?: Headers) => Promise<Answer>;
  readonly put: (path: string, body?: unknown, headers?: Headers) => Promise<Answer>;
  readonly remove: (path: string, headers?: Headers) => Promise<Answer>;
}

type Headers = { readonly [name: string]: string };

export interface Answer {
  readonly status: number;
  readonly headers: globalThis.Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  readonly body: any;
}

/**
 * @param url address of the server
 * @param origin of the pages from which the requests come
 * @param cookie with which the browser starts
 */
export function client(url: string, origin: string, cookie = ''): Client {
  let jar = cookie;

  async function send(method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Answer> {
    const response = await fetch(`${url}${path.startsWith('/api') ? path : `/api/v1${path}`}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(jar === '' ? {} : { cookie: jar }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar = pair.endsWith('=') ? '' : pair;
    }
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
  }

  return {
    cookie: () => jar,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body ?? {}, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    remove: (path, headers) => send('DELETE', path, undefined, headers),
  };
}
