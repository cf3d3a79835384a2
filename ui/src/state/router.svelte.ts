// Where the officer is, kept in the address after "#": so back, forward and a
// reload work, and a place can be told from the outside.

export const views = [
  'home',
  'institution',
  'person',
  'agreement',
  'event',
  'follow-up',
  'tag',
  'record',
  'conflicts',
  'exchange',
  'laptops',
  'trash',
  'settings',
] as const;

export type ViewName = (typeof views)[number];

export interface Route {
  view: ViewName;
  /** The open record; null for the list, and for a new record. */
  id: string | null;
  mode: 'read' | 'edit' | 'new';
  /** Filter, order, and what a new record begins with. */
  params: Readonly<Record<string, string>>;
}

const home: Route = { view: 'home', id: null, mode: 'read', params: {} };

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [name, id, action] = decoded(path.split('/'));
  const view = views.find((known) => known === name);
  if (!view) return home;
  const params = Object.fromEntries(new URLSearchParams(query));
  if (id === 'new') return { view, id: null, mode: 'new', params };
  return { view, id: id || null, mode: id && action === 'edit' ? 'edit' : 'read', params };
}

/** An address typed by hand may be encoded wrongly: then it names no place. */
function decoded(steps: string[]): string[] {
  try {
    return steps.map(decodeURIComponent);
  } catch {
    return [];
  }
}

export function hashOf({ view, id, mode, params }: Route): string {
  const steps = [view, mode === 'new' ? 'new' : id, mode === 'edit' && 'edit'];
  const path = steps.filter((step) => typeof step === 'string').map(encodeURIComponent);
  const query = new URLSearchParams(params).toString();
  return `#/${path.join('/')}${query ? `?${query}` : ''}`;
}

/**
 * How long the address stays behind where one is, in milliseconds. WebKit lets a page replace it 100 times in ten
 * seconds and then refuses: a key held down in a list or in a search box would ask for more.
 */
const rest = 250;

class Router {
  route = $state.raw<Route>(parseRoute(location.hash));
  /** The address as it was last seen to: if it is another one, someone has gone on by a link meanwhile. */
  #address = location.hash;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #behind = false;

  constructor() {
    window.addEventListener('hashchange', () => {
      this.#address = location.hash;
      const next = parseRoute(location.hash);
      if (hashOf(next) !== hashOf(this.route)) this.route = next;
    });
    window.addEventListener('pagehide', () => this.#catchUp());
  }

  /** Goes there; `replace` leaves no step to go back to. */
  go(to: Partial<Route> & { view: ViewName }, { replace = false } = {}): void {
    const route: Route = { id: null, mode: 'read', params: {}, ...to };
    const hash = hashOf(route);
    if (hash === hashOf(this.route)) return;
    if (!replace) {
      this.#catchUp();
      history.pushState(null, '', hash);
      this.#address = location.hash;
    }
    this.route = route;
    if (replace) this.#replaceAddress();
  }

  #replaceAddress(): void {
    this.#behind = true;
    if (this.#resting !== undefined) return;
    this.#catchUp();
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      if (this.#behind) this.#replaceAddress();
    }, rest);
  }

  #catchUp(): void {
    if (this.#behind && location.hash === this.#address) {
      history.replaceState(null, '', hashOf(this.route));
      this.#address = location.hash;
    }
    this.#behind = false;
  }

  /** Changes a part of where one is. */
  change(part: Partial<Route>, options?: { replace?: boolean }): void {
    this.go({ ...this.route, ...part }, options);
  }

  back(): void {
    this.#catchUp();
    history.back();
  }

  forward(): void {
    history.forward();
  }
}

export const router = new Router();
