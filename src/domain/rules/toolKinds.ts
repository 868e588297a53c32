import type { AssessmentTool } from '../records/assessmentTool.ts'

/** A tool to begin from: its name and what its number is; ranges only where they are certain. */
export type ToolKind = Pick<AssessmentTool, 'name' | 'measures' | 'scale' | 'better'> &
  Partial<Pick<AssessmentTool, 'lowest' | 'highest'>> & { readonly source: string; readonly part: string }

const memory = 'Name and scale from memory; take ranges and the interval from your manual'
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

const reading = 'Reading and spelling'
const number = 'Number'
const language = 'Speech and language'
const feelings = 'Wellbeing, relationships and behaviour'
const early = 'Early years and small steps'
const school = 'What the school counts'

/**
 * Kinds of tools that schools in England often use, to choose from with a click and to change afterwards. No interval is
 * given: publishers differ, and a test's own manual says it.
 */
export const toolKinds: readonly ToolKind[] = [
  standardised('NGRT', 'Reading', reading),
  standardised('YARC, accuracy', 'Reading accuracy', reading),
  standardised('YARC, comprehension', 'Reading comprehension', reading),
  age('Salford Sentence Reading', 'Reading age', reading),
  standardised('WRAT, word reading', 'Word reading', reading),
  standardised('WRAT, spelling', 'Spelling', reading),
  age('Single word spelling', 'Spelling age', reading),
  standardised('DASH', 'Handwriting speed', reading),
  points('Phonics screening check', 'Decoding of 40 words', reading, {
    lowest: 0,
    highest: 40,
    source: 'Department for Education: 40 words, one mark each',
  }),
  age('Sandwell Early Numeracy Test', 'Early number', number),
  points('Multiplication tables check', 'Times tables', number, {
    lowest: 0,
    highest: 25,
    source: 'Department for Education: 25 questions, one mark each',
  }),
  points('WellComm', 'Speech and language, by section', language),
  standardised('LanguageScreen (NELI)', 'Spoken language', language),
  points('SDQ, total difficulties', 'Emotions, conduct, attention, peers', feelings, {
    better: 'lower',
    lowest: 0,
    highest: 40,
    source: 'Goodman 1997: four scales of five questions, 0 to 2 each',
  }),
  points('SDQ, prosocial', 'Getting on with others', feelings, {
    lowest: 0,
    highest: 10,
    source: 'Goodman 1997: five questions, 0 to 2 each',
  }),
  points('Boxall Profile, developmental strand', 'Readiness for learning', feelings),
  points('Boxall Profile, diagnostic profile', 'What stands in the way', feelings, { better: 'lower' }),
  points('Leuven scale, wellbeing', 'Wellbeing', feelings, {
    lowest: 1,
    highest: 5,
    source: 'Laevers: five levels, 1 extremely low to 5 extremely high',
  }),
  points('Leuven scale, involvement', 'Involvement', feelings, {
    lowest: 1,
    highest: 5,
    source: 'Laevers: five levels, 1 extremely low to 5 extremely high',
  }),
  points('PASS', 'Attitudes to self and school', feelings),
  points('Thrive', 'Social and emotional development', feelings),
  points('RCADS, total', 'Anxiety and low mood', feelings, {
    better: 'lower',
    lowest: 0,
    highest: 141,
    source: 'Chorpita and others 2000: 47 questions, 0 to 3 each; raw total',
  }),
  points('SCERTS', 'Social communication and regulation', early),
  points('B Squared', 'Small steps', early),
  points('Engagement model', 'Engagement', early),
  points('Attendance', 'Sessions attended', school, {
    scale: 'percent',
    lowest: 0,
    highest: 100,
    source: 'The school’s own register',
  }),
  points('Behaviour points', 'Incidents logged', school, {
    better: 'lower',
    lowest: 0,
    source: 'The school’s own log: say over how long',
  }),
  points('Zones of regulation log', 'Times out of the green zone', school, {
    better: 'lower',
    lowest: 0,
    source: 'The school’s own log: say over how long',
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
