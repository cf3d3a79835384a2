// What the rest of the interface needs to speak: messages, and dates, numbers and names.
export * from './language.svelte';
export * from './formats';
export * from './calendar';
export { partsOf, today, daysBetween } from './partial-date';
