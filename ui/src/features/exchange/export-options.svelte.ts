// What an officer chooses for a bundle: what it carries, who can read it, how large it may be.
import type { Bundling, Seal } from '@/generated/wire';

/** A million bytes, as those who limit the size of a mail count. */
const million = 1_000_000;

/** The fewest characters of a passphrase, as the api has it. */
export const shortestPassphrase = 12;

export class ExportOptions {
  /** Only what is in some countries. */
  inPart = $state(false);
  /** Their two letters. */
  countries = $state.raw<readonly string[]>([]);
  seal = $state<Seal>('open');
  passphrase = $state('');
  /** The most millions of bytes of a document; empty: any. */
  largestDocument = $state('');
  /** The most millions of bytes of a file; empty: one file. */
  partSize = $state('');

  passphraseTooShort = $derived(
    this.seal === 'passphrase' && [...this.passphrase].length < shortestPassphrase,
  );

  /** A part of no country at all. */
  partIsEmpty = $derived(this.inPart && this.countries.length === 0);

  /** What goes into it. The passphrase is not part of it: it is given only when the bundle is written. */
  bundling = $derived<Bundling>({
    only: this.inPart ? { countries: [...this.countries], records: [] } : null,
    lacking: null,
    recipients: [],
    seal: this.seal,
    passphrase: null,
    largest_document: bytes(this.largestDocument),
    part_size: bytes(this.partSize),
  });

  choose(country: string, chosen: boolean): void {
    const others = this.countries.filter((other) => other !== country);
    this.countries = chosen ? [...others, country] : others;
  }
}

function bytes(millions: string): number | null {
  return millions === '' ? null : Number(millions) * million;
}
