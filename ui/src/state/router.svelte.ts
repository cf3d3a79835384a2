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

class Router {
  route = $state.raw<Route>(parseRoute(location.hash));

  constructor() {
    window.addEventListener('hashchange', () => {
      const next = parseRoute(location.hash);
      if (hashOf(next) !== hashOf(this.route)) this.route = next;
    });
  }

  /** Goes there; `replace` leaves no step to go back to. */
  go(to: Partial<Route> & { view: ViewName }, { replace = false } = {}): void {
    const route: Route = { id: null, mode: 'read', params: {}, ...to };
    const hash = hashOf(route);
    if (hash === hashOf(this.route)) return;
    if (replace) history.replaceState(null, '', hash);
    else history.pushState(null, '', hash);
    this.route = route;
  }

  /** Changes a part of where one is. */
  change(part: Partial<Route>, options?: { replace?: boolean }): void {
    this.go({ ...this.route, ...part }, options);
  }

  back(): void {
    history.back();
  }

  forward(): void {
    history.forward();
  }
}

export const router = new Router();
