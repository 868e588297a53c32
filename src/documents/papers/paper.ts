import { inWords, t } from '../../words/t.ts'
import type { Cycle } from '../../domain/records/cycle.ts'
import { calledName, type Pupil } from '../../domain/records/pupil.ts'
import type { School } from '../../domain/records/school.ts'
import type { Stored } from '../../domain/record.ts'
import { fileMark } from '../../domain/rules/belongings.ts'
import type { Day } from '../../domain/rules/day.ts'
import { setting } from '../../domain/rules/settings.ts'
import type { Block, DocumentContent, Run } from '../blocks.ts'
import { initialsOf } from '../minutesName.ts'
import { heading, paragraph, text } from '../minutes/parts.ts'

/** The papers about one pupil, by what the log and the file call them. */
export const paperKinds = {
  profile: { called: 'One-page profile', file: 'profile' },
  supportPlan: { called: 'Support plan', file: 'support plan' },
  draftSupportPlan: { called: 'Draft support plan layout', file: 'draft layout' },
  reviewSummary: { called: 'Summary of a review', file: 'summary' },
  concern: { called: 'Record of a concern', file: 'concern' },
  referral: { called: 'Referral letter', file: 'referral' },
  examEvidence: { called: 'Evidence for exam arrangements', file: 'exam evidence' },
  transition: { called: 'Transition plan', file: 'transition plan' },
  yearSummary: { called: 'Summary of a year', file: 'summary of the year' },
} as const
export type PaperKind = keyof typeof paperKinds

/** What every paper is written with. */
export type PaperOf = {
  readonly pupil: Stored<Pupil>
  /** The settings in force; null where the school has none yet. */
  readonly school: Stored<School> | null
  readonly schoolName: string
  readonly today: Day
}

/** `MK 2026-03-10 support plan 9J2K4F.docx`: initials and the end of a key, never a whole name. */
export const paperName = (kind: PaperKind, { pupil, today }: PaperOf, key: string = pupil.key): string =>
  t`${initialsOf(pupil)} ${today} ${paperKinds[kind].file} ${fileMark(key)}.docx`

/** A whole paper of these blocks. `of`: keys of what it is of beside the pupil; `foot`: what its foot says after the name. */
export const paperContent = (
  kind: PaperKind,
  { pupil, school, schoolName, today }: PaperOf,
  blocks: readonly Block[],
  more: {
    readonly subject: string
    readonly foot: string
    readonly of?: Readonly<Record<string, string>>
    readonly type?: number
    /** Said before everything else on every page. */
    readonly warning?: string
  },
): DocumentContent => ({
  // SharePoint shows a file's title in libraries, searches and messages: the whole name stays inside.
  title: [more.warning, `${inWords(paperKinds[kind].called)}: ${initialsOf(pupil)}`]
    .filter(Boolean)
    .join(' '),
  subject: more.subject,
  author: school?.name ?? schoolName,
  language: 'en-GB',
  ...(more.type ? { type: more.type } : {}),
  footer: [
    ...(more.warning ? [more.warning] : []),
    `${calledName(pupil)} · ${more.foot}`,
    setting(school ?? undefined, 'confidentialityLine'),
  ].join('\n'),
  blocks,
  identity: { kind, keys: { pupil: pupil.key, ...more.of }, made: today },
})

/** Lines that somebody wrote under one another are a list; anything else is a paragraph; nothing is nothing. */
export const told = (words: string | null | undefined, shape: { readonly inset?: true } = {}): Block[] => {
  const lines = (words ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*[-–•*]\s+/, '').trim())
    .filter(Boolean)
  if (lines.length === 0) return []
  return lines.length === 1
    ? [{ ...(paragraph(text(lines[0]!)) as Extract<Block, { is: 'paragraph' }>), ...shape }]
    : [{ is: 'list', items: lines.map((line): Run[] => [text(line)]), ...shape }]
}

/** A heading with what belongs under it; nothing where there is nothing under it. */
export const under = (level: 1 | 2 | 3, title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(level, title), ...blocks]

/** The days of a plan that are the pupil's own, so that none is taken for another child's birthday. */
export const daysOfCycle = (cycle: Stored<Cycle>): (Day | null)[] => [
  cycle.began,
  cycle.raisedOn,
  cycle.assessedOn,
  cycle.agreedOn,
  cycle.reviewBy,
  cycle.toldOn,
  cycle.reviewedOn,
  cycle.ended,
]
