import { inWords, t } from '../../words/t.ts'
import { Cycle } from '../../domain/records/cycle.ts'
import { Profile } from '../../domain/records/profile.ts'
import { calledName, fullName } from '../../domain/records/pupil.ts'
import type { Stored } from '../../domain/record.ts'
import { senStatuses, yearGroups } from '../../domain/rules/codes.ts'
import { showDay } from '../../domain/rules/day.ts'
import { levelsOn } from '../../domain/rules/levels.ts'
import type { LevelSetting } from '../../domain/records/levelSetting.ts'
import type { Block, DocumentContent } from '../blocks.ts'
import { cell, facts, heading, note, text } from '../minutes/parts.ts'
import { paperContent, told, under } from './paper.ts'
import {
  needsBlocks,
  needsIn,
  type PlanFile,
  saidIn,
  supportIn,
  supportTable,
  targetsTable,
} from './supportPlan.ts'

/** Said in the title, at the head and at the foot of every page: nobody takes this for a plan that the law knows. */
export const draftWarning = t`Draft layout. Not statutory.`
/** What the layout rests on. Its day is part of what it says. */
const proposal = t`SEND reform: putting children and young people first, consultation of the Department for Education of 23 February 2026 (closed 18 May 2026)`

/** What is proposed of an Individual Support Plan, and how certain each of it is; looked up in November 2026. */
const proposed: readonly (readonly [what: string, certainty: string])[] = [
  [
    t`A legal duty on schools to make a digital plan for every child with SEND: needs and barriers, day-to-day support, outcomes; made with parents; reviewed at least once a year; the same in form everywhere, so that it can move with the child`,
    t`Proposed. The direction is firm; the form isn’t published`,
  ],
  [
    t`Layers of support: universal, targeted, targeted plus, specialist`,
    t`Proposed. The levels below are the school’s own`,
  ],
  [
    t`From when: earlier by a new Code of Practice between 2026 and 2028, from September 2029, or not before September 2030`,
    t`Sources disagree`,
  ],
  [
    t`The law today: Children and Families Act 2014, the SEND Regulations 2014 and the Code of Practice of 2015`,
    t`Certain to mid-May 2026: they still apply`,
  ],
]

/** What the draft is made of: the support plan, the one-page profile where there is one, and what levels are called. */
export type DraftFile = PlanFile & {
  readonly profile: Stored<Profile> | null
  readonly levels?: readonly LevelSetting[]
}

const supportByLevel = (file: DraftFile): Block[] => {
  const given = supportIn(file)
  const levelOf = (key: string) => file.provisions.find((one) => one.key === key)?.level ?? null
  const held = file.provisions.map(({ level }) => level)
  const levels = levelsOn(file.levels ?? [], file.today, held)
  return [...levels, { level: null, name: t`Level not recorded` }].flatMap(({ level, name }) =>
    under(
      2,
      name,
      supportTable(
        file,
        given.filter(({ provision }) => levelOf(provision) === level),
      ),
    ),
  )
}

const made = (file: DraftFile): string => {
  const { cycle } = file
  return [
    cycle.agreedOn
      ? t`Agreed on ${showDay(cycle.agreedOn)}${cycle.agreedBy ? t` by ${cycle.agreedBy}` : ''}.`
      : t`Not agreed yet.`,
    cycle.toldOn && t`Parents told on ${showDay(cycle.toldOn)}.`,
    cycle.parentsCame !== null &&
      (cycle.parentsCame ? t`A parent took part in the review.` : t`No parent took part in the review.`),
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * The facts of a support plan, laid out as the reform proposals describe an Individual Support Plan. No law asks for
 * it, no form is published; the last part says what is proposed and how certain that is.
 */
export const draftSupportPlan = (file: DraftFile): DocumentContent => {
  const { pupil, cycle, profile, school, schoolName } = file
  const name = calledName(pupil)
  const help = (field: 'helps' | 'avoid' | 'triggers' | 'equipment' | 'strategies') =>
    under(2, inWords(Profile.fields[field].label), told(profile?.[field]))
  const blocks: Block[] = [
    { is: 'title', text: t`${draftWarning} Individual Support Plan: ${fullName(pupil)}` },
    note(t`${draftWarning} Laid out after: ${proposal}. No form is published and no law asks for this plan.`),
    facts(
      t`Whose plan this is and its days`,
      [t`Whose plan`, t`Details`],
      [
        [
          t`Name`,
          [fullName(pupil), pupil.yearGroup && inWords(yearGroups[pupil.yearGroup]), pupil.className]
            .filter(Boolean)
            .join(' · '),
        ],
        [t`School`, school?.name ?? schoolName],
        [t`SEN status`, inWords(senStatuses[pupil.status])],
        [t`Led by`, cycle.keyPerson],
        [t`Look at it again by`, cycle.reviewBy && showDay(cycle.reviewBy)],
      ],
    ),
    ...under(1, t`What ${name} is good at, and what matters`, [
      ...told(cycle.strengths ?? profile?.strengths ?? profile?.goodAt),
      ...under(2, inWords(Profile.fields.important.label), told(profile?.important)),
    ]),
    ...under(1, t`Needs and barriers`, [
      ...needsBlocks(needsIn(file)),
      ...under(2, inWords(Cycle.fields.barriers.label), told(cycle.barriers)),
      ...under(2, inWords(Cycle.fields.hypothesis.label), told(cycle.hypothesis)),
    ]),
    ...under(1, t`Outcomes`, targetsTable(file)),
    ...under(1, t`Day-to-day support`, [
      ...under(2, inWords(Cycle.fields.adjustments.label), told(cycle.adjustments)),
      ...help('helps'),
      ...help('avoid'),
      ...help('triggers'),
      ...help('equipment'),
      ...help('strategies'),
      ...supportByLevel(file),
      ...under(2, inWords(Cycle.fields.parentPart.label), told(cycle.parentPart)),
    ]),
    ...under(1, t`Made together`, [
      { is: 'paragraph', runs: [text(made(file))] },
      ...under(2, t`What ${name} says`, [
        ...saidIn(file, 'child', 'before'),
        ...saidIn(file, 'child', 'review'),
      ]),
      ...under(2, t`What parents say`, [
        ...saidIn(file, 'parent', 'before'),
        ...saidIn(file, 'parent', 'review'),
      ]),
    ]),
    heading(1, t`About this layout`),
    {
      is: 'table',
      summary: t`What is proposed of an Individual Support Plan, and how certain it is`,
      head: [t`What is proposed`, t`How certain`],
      widths: [2.6, 1.4],
      rows: proposed.map(([what, certainty]) => [cell(text(what)), cell(text(certainty))]),
    },
    note(t`Source: ${proposal}, and what was said of it in public by mid-May 2026.`),
  ]
  return paperContent('draftSupportPlan', file, blocks, {
    subject: t`A draft layout of the reform proposals, not a statutory plan`,
    foot: t`Individual Support Plan, draft after the consultation of 23 February 2026`,
    of: { cycle: cycle.key },
    warning: draftWarning,
  })
}
