import { expect, it } from 'vitest';
import { answering, changedBy } from '../../../test/platform';
import { row } from '../../../test/rows';
import { today } from '@/i18n';
import { AgendaController, listOf, setDone } from './agenda.svelte';

const followUp = (id: string) => row('follow-up', id, { title: id, due: '2024-01-01' });

const agenda = {
  today: '2024-01-02',
  groups: [
    { code: 'overdue', total: 1, rows: [followUp('a')] },
    { code: 'today', total: 0, rows: [] },
    { code: 'later', total: 102, rows: [followUp('b'), followUp('c')] },
  ],
};

it('shows groups that hold something, with what they do not show', async () => {
  answering({ agenda: () => agenda });
  const controller = new AgendaController();
  await controller.load();
  expect(controller.lines.map((line) => line.type)).toEqual([
    'head',
    'row',
    'head',
    'row',
    'row',
    'more',
  ]);
});

it('the keyboard walks over heads and never off the ends', async () => {
  answering({ agenda: () => agenda });
  const controller = new AgendaController();
  await controller.load();
  const walked = [1, 1, 1, 1, -1, -1, -1, -1].map((by) => {
    controller.move(by);
    return controller.current?.id;
  });
  expect(walked).toEqual(['a', 'b', 'c', 'c', 'b', 'a', 'a', 'a']);
});

it('ticking off says when it was done, and taking the tick back says nothing', async () => {
  const asked = answering({ save: () => changedBy(['a']), status: () => ({}) });
  await setDone(followUp('a'), true);
  await setDone(followUp('a'), false);
  const fields = asked
    .filter(({ cmd }) => cmd === 'save')
    .map(({ args }) => (args as { drafts: { fields: unknown }[] }).drafts[0]?.fields);
  expect(fields).toEqual([
    { state: 'done', 'done-on': today() },
    { state: 'open', 'done-on': null },
  ]);
});

it.each([
  ['overdue', 'f.due=..2024-01-01'],
  ['today', 'f.due=2024-01-02..2024-01-02'],
  ['within-30', 'f.due=2024-01-10..2024-02-01'],
  ['later', 'f.due=2024-04-02..'],
  ['undated', 'f.due=%3F'],
])('what a glance at %s leaves out is in the list of %s', (code, due) => {
  expect(listOf(code, '2024-01-02')).toBe(`#/follow-up?as=list&f.state=open&${due}`);
});
