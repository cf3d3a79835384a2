// Gives the visible elements with a role and a name, as assistive technology would know them; only the rules
// that the interface's own markup needs. Arguments: role, name, and whether it may be only the start of a name, as
// of a link that ends in a count. An empty name fits all.
const [role, name, start] = arguments;

const IMPLICIT = {
  button: 'button, summary, input[type=button], input[type=submit]',
  link: 'a[href]',
  heading: 'h1, h2, h3, h4, h5, h6',
  textbox: 'textarea, input:not([type]), input[type=text], input[type=email], input[type=url], input[type=tel]',
  searchbox: 'input[type=search]',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  combobox: 'select',
  option: 'option',
  list: 'ul, ol',
  listitem: 'li',
  table: 'table',
  row: 'tr',
  cell: 'td',
  columnheader: 'th',
  dialog: 'dialog',
  navigation: 'nav',
  main: 'main',
  region: 'section[aria-label], section[aria-labelledby]',
  article: 'article',
  form: 'form[aria-label], form[aria-labelledby]',
};

const visible = (element) =>
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility !== 'hidden' &&
  !element.closest('[aria-hidden=true], [inert]');

const tidy = (text) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/\s+/g, ' ').trim();

/** The text of an element without what is hidden from assistive technology. */
const spoken = (element) => {
  if (element.nodeType === Node.TEXT_NODE) return element.data;
  if (element.nodeType !== Node.ELEMENT_NODE || element.getAttribute('aria-hidden') === 'true') return '';
  if (element.hasAttribute('aria-label')) return element.getAttribute('aria-label');
  if (element.localName === 'img') return element.alt;
  const inline = getComputedStyle(element).display.startsWith('inline');
  const inner = [...element.childNodes].map(spoken).join('');
  return inline ? inner : ` ${inner} `;
};

const called = (element) => {
  const labelled = element.getAttribute('aria-labelledby');
  if (labelled) return labelled.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map(spoken).join(' ');
  if (element.hasAttribute('aria-label')) return element.getAttribute('aria-label');
  if (element.labels?.length) return [...element.labels].map(spoken).join(' ');
  return spoken(element) || element.title || element.placeholder || '';
};

const fits = (element) => {
  const text = tidy(called(element));
  return name === '' || text === name || (start && text.startsWith(name));
};

const implicit = IMPLICIT[role] ? `, :is(${IMPLICIT[role]}):not([role])` : '';
return [...document.querySelectorAll(`[role="${role}"]${implicit}`)].filter((element) => visible(element) && fits(element));
