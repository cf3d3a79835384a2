// What an officer chooses for a bundle: for whom, what it carries, who can read it, how large it may be.
import type { Option } from '@/components/Choice.svelte';
import type { Bundling, Laptop, Seal } from '@/generated/wire';

/** A million bytes, as those who limit the size of a mail count. */
const million = 1_000_000;

/** The fewest characters of a passphrase, as the api has it. */
export const shortestPassphrase = 12;

/** What it carries: everything, what is about some countries and records, or what the one laptop that it is for lacks. */
export type Scope = 'everything' | 'part' | 'lacking';

export class ExportOptions {
  /** The device ids that are ticked; null until any was touched. */
  ticked = $state.raw<readonly string[] | null>(null);
  /** The laptops it can be for. */
  laptops = $state.raw<readonly Laptop[]>([]);
  chosenScope = $state<Scope>('everything');
  /** Their two letters. */
  countries = $state.raw<readonly string[]>([]);
  /** Records by their ids and titles. */
  records = $state.raw<readonly Option[]>([]);
  seal = $state<Seal>('recipients');
  passphrase = $state('');
  /** The most millions of bytes of a document; empty: any. */
  largestDocument = $state('');
  /** The most millions of bytes of a file; empty: one file. */
  partSize = $state('');

  /** Whom it is for: unless the officer says otherwise, everyone. */
  recipients = $derived<readonly string[]>(this.ticked ?? this.laptops.map(({ device }) => device));

  /** The one laptop it is for, if that one told what it has. */
  told = $derived(
    this.recipients.length === 1
      ? this.laptops.find(({ device, lacks }) => device === this.recipients[0] && lacks !== null)
      : undefined,
  );

  scope = $derived<Scope>(
    this.chosenScope === 'lacking' && !this.told ? 'everything' : this.chosenScope,
  );

  /** The laptop that gets only what it lacks. */
  lacking = $derived(this.scope === 'lacking' ? (this.told?.device ?? null) : null);

  inPart = $derived(this.scope === 'part');

  /** Sealed for those it is for, and for nobody: who can read it is still to be said. That anyone can is never implied. */
  readersMissing = $derived(this.seal === 'recipients' && this.recipients.length === 0);

  passphraseTooShort = $derived(
    this.seal === 'passphrase' && [...this.passphrase].length < shortestPassphrase,
  );

  /** A part of nothing at all. */
  partIsEmpty = $derived(this.inPart && this.countries.length + this.records.length === 0);

  /** What goes into it. The passphrase is not part of it: it is given only when the bundle is written. */
  bundling = $derived<Bundling>({
    only: this.inPart
      ? { countries: [...this.countries], records: this.records.map(({ value }) => value) }
      : null,
    lacking: this.lacking,
    recipients: this.lacking === null ? [...this.recipients] : [],
    seal: this.seal,
    passphrase: null,
    largest_document: bytes(this.largestDocument),
    part_size: bytes(this.partSize),
  });

  toggle(device: string, chosen: boolean): void {
    this.ticked = withOrWithout(this.recipients, device, chosen);
  }

  choose(country: string, chosen: boolean): void {
    this.countries = withOrWithout(this.countries, country, chosen);
  }

  chooseRecord(record: Option, chosen: boolean): void {
    const others = this.records.filter(({ value }) => value !== record.value);
    this.records = chosen ? [...others, record] : others;
  }
}

/** Those a bundle can be for: other laptops in use, as they come. */
export function colleagues(laptops: readonly Laptop[]): Laptop[] {
  return laptops.filter((laptop) => !laptop.here && !laptop.formerly && !laptop.retired);
}

function withOrWithout(all: readonly string[], one: string, chosen: boolean): string[] {
  const others = all.filter((other) => other !== one);
  return chosen ? [...others, one] : others;
}

function bytes(millions: string): number | null {
  return millions === '' ? null : Number(millions) * million;
}
