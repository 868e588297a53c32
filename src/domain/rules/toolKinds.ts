import { t } from '../../words/t.ts'
import type { AssessmentTool } from '../records/assessmentTool.ts'

/** A tool to begin from: its name and what its number is; ranges only where they are certain. */
export type ToolKind = Pick<AssessmentTool, 'name' | 'measures' | 'scale' | 'better'> &
  Partial<Pick<AssessmentTool, 'lowest' | 'highest'>> & { readonly source: string; readonly part: string }

const memory = t`Name and scale from memory; take ranges and the interval from your manual`
const standardised = (name: string, measures: string, part: string): ToolKind => ({
  name,
  measures,
  scale: 'standardised',
  better: 'higher',
  source: memory,
  part,
})
const age = (name: string, measures: string, part: string): ToolKind => ({
  ...standardised(name, measures, part),
  scale: 'age',
})
const points = (
  name: string,
  measures: string,
  part: string,
  more: Partial<Omit<ToolKind, 'part'>> = {},
): ToolKind => ({ ...standardised(name, measures, part), scale: 'points', ...more })

const reading = t`Reading and spelling`
const number = t`Number`
const language = t`Speech and language`
const feelings = t`Wellbeing, relationships and behaviour`
const early = t`Early years and small steps`
const school = t`What the school counts`

/**
 * Kinds of tools that schools in England often use, to choose from with a click and to change afterwards. No interval is
 * given: publishers differ, and a test's own manual says it.
 */
export const toolKinds: readonly ToolKind[] = [
  standardised('NGRT', t`Reading`, reading),
  standardised(t`YARC, accuracy`, t`Reading accuracy`, reading),
  standardised(t`YARC, comprehension`, t`Reading comprehension`, reading),
  age(t`Salford Sentence Reading`, t`Reading age`, reading),
  standardised(t`WRAT, word reading`, t`Word reading`, reading),
  standardised(t`WRAT, spelling`, t`Spelling`, reading),
  age(t`Single word spelling`, t`Spelling age`, reading),
  standardised('DASH', t`Handwriting speed`, reading),
  points(t`Phonics screening check`, t`Decoding of 40 words`, reading, {
    lowest: 0,
    highest: 40,
    source: t`Department for Education: 40 words, one mark each`,
  }),
  age(t`Sandwell Early Numeracy Test`, t`Early number`, number),
  points(t`Multiplication tables check`, t`Times tables`, number, {
    lowest: 0,
    highest: 25,
    source: t`Department for Education: 25 questions, one mark each`,
  }),
  points('WellComm', t`Speech and language, by section`, language),
  standardised(t`LanguageScreen (NELI)`, t`Spoken language`, language),
  points(t`SDQ, total difficulties`, t`Emotions, conduct, attention, peers`, feelings, {
    better: 'lower',
    lowest: 0,
    highest: 40,
    source: t`Goodman 1997: four scales of five questions, 0 to 2 each`,
  }),
  points(t`SDQ, prosocial`, t`Getting on with others`, feelings, {
    lowest: 0,
    highest: 10,
    source: t`Goodman 1997: five questions, 0 to 2 each`,
  }),
  points(t`Boxall Profile, developmental strand`, t`Readiness for learning`, feelings),
  points(t`Boxall Profile, diagnostic profile`, t`What stands in the way`, feelings, { better: 'lower' }),
  points(t`Leuven scale, wellbeing`, t`Wellbeing`, feelings, {
    lowest: 1,
    highest: 5,
    source: t`Laevers: five levels, 1 extremely low to 5 extremely high`,
  }),
  points(t`Leuven scale, involvement`, t`Involvement`, feelings, {
    lowest: 1,
    highest: 5,
    source: t`Laevers: five levels, 1 extremely low to 5 extremely high`,
  }),
  points('PASS', t`Attitudes to self and school`, feelings),
  points(t`Thrive`, t`Social and emotional development`, feelings),
  points(t`RCADS, total`, t`Anxiety and low mood`, feelings, {
    better: 'lower',
    lowest: 0,
    highest: 141,
    source: t`Chorpita and others 2000: 47 questions, 0 to 3 each; raw total`,
  }),
  points('SCERTS', t`Social communication and regulation`, early),
  points(t`B Squared`, t`Small steps`, early),
  points(t`Engagement model`, t`Engagement`, early),
  points(t`Attendance`, t`Sessions attended`, school, {
    scale: 'percent',
    lowest: 0,
    highest: 100,
    source: t`The school’s own register`,
  }),
  points(t`Behaviour points`, t`Incidents logged`, school, {
    better: 'lower',
    lowest: 0,
    source: t`The school’s own log: say over how long`,
  }),
  points(t`Zones of regulation log`, t`Times out of the green zone`, school, {
    better: 'lower',
    lowest: 0,
    source: t`The school’s own log: say over how long`,
  }),
]

/** What is stored of a kind when a school takes it up. */
export const toolOf = ({ name, measures, scale, better, lowest, highest, source }: ToolKind) => ({
  name,
  measures,
  scale,
  better,
  lowest: lowest ?? null,
  highest: highest ?? null,
  source,
})
