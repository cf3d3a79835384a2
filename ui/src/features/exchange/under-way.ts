// What is under way between this workspace and colleagues. It outlives the page it is seen on: who looks something up
// while reading a bundle, or while a large one is written, finds all as it was.
import { createContext } from 'svelte';
import { SharedFolder } from '../folder/folder.svelte';
import { Exporting } from './exporting.svelte';
import { Importing } from './importing.svelte';

class UnderWay {
  importing = new Importing();
  exporting = new Exporting();
  folder = new SharedFolder();
}

const [underWay, setUnderWay] = createContext<UnderWay>();

/** For all that the calling component shows; another workspace has its own. */
export function beginExchange(): UnderWay {
  return setUnderWay(new UnderWay());
}

export { underWay };
