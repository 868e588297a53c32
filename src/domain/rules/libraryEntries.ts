import type { Provision } from '../records/provision.ts'

/** A kind of provision to begin from: a school copies it into its own catalogue and makes it its own. */
export type LibraryEntry = Omit<Provision, 'offered' | 'replaces'> & { readonly id: string }

/** Said of each: research speaks of a kind of help on average, a school's own results of what it did. */
const own = 'Look at your school’s own figures under Impact before you rely on it.'
const toolkit = 'The Education Endowment Foundation sums up the studies in its Teaching and Learning Toolkit.'
const few = 'Few studies with a control group.'

type Kind = Pick<LibraryEntry, 'id' | 'name' | 'level' | 'areaOfNeed' | 'line' | 'usualRole'>
type Words = {
  readonly what: string
  readonly change: string
  readonly who: string
  readonly ends: string
  readonly training?: string
  readonly rests: string
}
/** Sessions a week, minutes a session, weeks, pupils together; null where it has no such thing. */
type Usual = readonly [
  sessions: number | null,
  minutes: number | null,
  weeks: number | null,
  group: number | null,
]
const noTimes: Usual = [null, null, null, null]

const entry = (kind: Kind, words: Words, usual: Usual): LibraryEntry => ({
  ...kind,
  description: words.what,
  intended: words.change,
  entry: words.who,
  exit: words.ends,
  training: words.training ?? null,
  evidenceBase: `${words.rests} ${own}`,
  sessionsPerWeek: usual[0],
  minutes: usual[1],
  weeks: usual[2],
  groupSize: usual[3],
})

const communication: readonly LibraryEntry[] = [
  entry(
    {
      id: 'visual-supports',
      name: 'Visual supports in every room',
      level: 'universal',
      areaOfNeed: 'communication',
      line: 'equipment',
      usualRole: 'teacher',
    },
    {
      what: 'The day in pictures or words, a now-and-next board for whoever wants one, key words with a picture.',
      change: 'Pupils know what comes next and begin without being told.',
      who: 'Every class.',
      ends: 'It goes on.',
      rests: `Usual advice of speech and language services and autism teams. ${few}`,
    },
    noTimes,
  ),
  entry(
    {
      id: 'vocabulary-group',
      name: 'Vocabulary group',
      level: 'targeted',
      areaOfNeed: 'communication',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: 'The words of the next topic, met before the class meets them: said, acted, drawn, used in a sentence.',
      change: 'Pupils use the topic’s words in sentences of their own.',
      who: 'A language screen below the expected band, or words not kept from lesson to lesson.',
      ends: 'Eight of ten words used unprompted in two units running.',
      training: 'Half a day, with one session watched',
      rests: `Spoken-language work is well studied as a kind. ${toolkit}`,
    },
    [3, 20, 12, 4],
  ),
  entry(
    {
      id: 'narrative-group',
      name: 'Narrative group',
      level: 'targeted',
      areaOfNeed: 'communication',
      line: 'ta',
      usualRole: 'hlta',
    },
    {
      what: 'Who, where, what happened, what then: telling and retelling with pictures, then without.',
      change: 'Pupils tell an event in order so that a listener follows.',
      who: 'Sentences short or muddled for their age.',
      ends: 'The narrative checklist is complete, or twelve weeks.',
      training: 'Half a day with a speech and language therapist',
      rests: `Part of several spoken-language programmes that were tried in schools. ${toolkit}`,
    },
    [2, 30, 12, 5],
  ),
  entry(
    {
      id: 'therapist-programme',
      name: 'Therapist’s programme, practised in school',
      level: 'specialist',
      areaOfNeed: 'communication',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: 'What the therapist wrote for this pupil, practised most days by an assistant whom the therapist trained.',
      change: 'The aims that the therapist set.',
      who: 'A programme by a therapist who knows the pupil.',
      ends: 'When the therapist says so.',
      training: 'By the therapist, for each pupil',
      rests: 'Rests on the therapist’s assessment of this pupil.',
    },
    [5, 15, 38, 1],
  ),
  entry(
    {
      id: 'therapist-agreement',
      name: 'Speech and language therapist, agreement',
      level: 'specialist',
      areaOfNeed: 'communication',
      line: 'external',
      usualRole: 'external',
    },
    {
      what: 'A therapist visits, assesses, writes programmes and trains the staff who practise them.',
      change: 'Programmes that fit, and staff who can deliver them.',
      who: 'Named in the plan, or agreed with the therapist.',
      ends: 'When therapist and school agree.',
      rests: 'Rests on the therapist’s own assessment and review.',
    },
    [0.5, 30, 38, 1],
  ),
  entry(
    {
      id: 'social-building',
      name: 'Building together in roles',
      level: 'targeted',
      areaOfNeed: 'communication',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: 'Three roles, one model: one reads the plan, one finds the pieces, one builds; then they change.',
      change: 'Pupils take turns, ask, and change a plan with others.',
      who: 'Finds groups hard and likes to build.',
      ends: 'Twenty minutes in a group that no adult leads.',
      training: 'One day, then a partner for the first sessions',
      rests: `Used with autistic pupils for years. ${few}`,
    },
    [1, 40, 12, 3],
  ),
]

const cognition: readonly LibraryEntry[] = [
  entry(
    {
      id: 'adapted-teaching',
      name: 'Teaching adapted for all',
      level: 'universal',
      areaOfNeed: 'cognition',
      line: 'teacher',
      usualRole: 'teacher',
    },
    {
      what: 'Pre-teaching, worked examples, small steps, time to think, and a choice of how to show what was learned.',
      change: 'Every pupil follows the lesson and knows what to do next.',
      who: 'Every pupil.',
      ends: 'It goes on.',
      rests:
        'The SEND Code of Practice (6.36 to 6.38) puts it first. The Education Endowment Foundation’s guidance on SEND in mainstream schools says what it looks like.',
    },
    noTimes,
  ),
  entry(
    {
      id: 'phonics-catch-up',
      name: 'Phonics catch-up',
      level: 'targeted',
      areaOfNeed: 'cognition',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: 'The school’s own phonics programme from where the pupil stands, in small steps, most days.',
      change: 'Pupils blend words with the sounds that the class already reads.',
      who: 'Two or more phases behind the class, or the phonics check not met.',
      ends: 'Reads with the class, or after twelve weeks.',
      training: 'The school’s phonics training, renewed each year',
      rests: `Phonics is among the best-studied kinds of help with early reading. ${toolkit}`,
    },
    [4, 20, 12, 4],
  ),
  entry(
    {
      id: 'reading-one-to-one',
      name: 'Structured reading, one to one',
      level: 'targeted',
      areaOfNeed: 'cognition',
      line: 'ta',
      usualRole: 'hlta',
    },
    {
      what: 'A set lesson each time: reread, new words, new text, write a sentence, with a record of each.',
      change: 'Reading age grows faster than the calendar.',
      who: 'Reading age two years or more below age, or no gain in two terms of a group.',
      ends: 'Within a year of their age, or ratio gain below 1.4 after twelve weeks: then something else.',
      training: 'Two days, and one lesson watched each term',
      rests:
        'Reviews of catch-up reading schemes by Greg Brooks compare ratio gains of named schemes; take the one that you use.',
    },
    [3, 30, 12, 1],
  ),
  entry(
    {
      id: 'precision-teaching',
      name: 'Precision teaching',
      level: 'targeted',
      areaOfNeed: 'cognition',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: 'Ten minutes a day on one small set of words or facts, timed and charted with the pupil.',
      change: 'The set is quick and right, and still there a month later.',
      who: 'Learns a thing one day and has lost it the next.',
      ends: 'The set is kept for four weeks.',
      training: 'One afternoon with the educational psychologist',
      rests: `Taught by many psychology services. ${few}`,
    },
    [5, 10, 12, 1],
  ),
  entry(
    {
      id: 'number-group',
      name: 'Number group',
      level: 'targeted',
      areaOfNeed: 'cognition',
      line: 'teacher',
      usualRole: 'teacher',
    },
    {
      what: 'Number sense with things, pictures, then symbols, in a group small enough to hear each pupil think.',
      change: 'Pupils count on, bridge ten and know what the operation does.',
      who: 'Below the expected standard in number with gaps that a screen shows.',
      ends: 'Gaps closed at the re-screen.',
      training: 'One day, and planning with the maths lead',
      rests: `Small-group tuition is well studied as a kind. ${toolkit}`,
    },
    [3, 30, 12, 4],
  ),
  entry(
    {
      id: 'in-class-support',
      name: 'In-class support for a plan',
      level: 'specialist',
      areaOfNeed: 'cognition',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: 'A known adult in named lessons who prepares, prompts, steps back, and writes down what was done alone.',
      change: 'The outcomes of Section E, with less help each term.',
      who: 'Hours that Section F specifies.',
      ends: 'As the annual review decides.',
      rests:
        'Help in class can also hold a pupil back where it replaces the teacher: the Education Endowment Foundation’s guidance on teaching assistants says how to avoid that.',
    },
    [5, 120, 38, 1],
  ),
  entry(
    {
      id: 'assistive-technology',
      name: 'Laptop with reading and speech software',
      level: 'specialist',
      areaOfNeed: 'cognition',
      line: 'equipment',
      usualRole: 'none',
    },
    {
      what: 'A laptop that reads aloud, writes what is said and corrects spelling, with practice until it is quick.',
      change: 'Pupils write as much as they can say, in lessons and in exams.',
      who: 'Reading or writing holds back what the pupil knows; the pupil wants it.',
      ends: 'When another way is quicker.',
      training: 'Two sessions with pupil and staff together',
      rests: 'Usual way of working for exam arrangements (JCQ asks that it is one).',
    },
    [null, null, null, 1],
  ),
  entry(
    {
      id: 'peer-reading',
      name: 'Paired reading with older pupils',
      level: 'targeted',
      areaOfNeed: 'cognition',
      line: 'supervision',
      usualRole: 'ta',
    },
    {
      what: 'An older pupil and a younger one read together by turns; an adult pairs, prepares and looks on.',
      change: 'More pages read, and asking for the next book.',
      who: 'Reads little alone and gladly with somebody.',
      ends: 'A term; then new pairs.',
      training: 'An hour for the older pupils',
      rests: `Peer tutoring is well studied as a kind. ${toolkit}`,
    },
    [3, 20, 10, 12],
  ),
]

const semh: readonly LibraryEntry[] = [
  entry(
    {
      id: 'calm-places',
      name: 'Calm corners and movement breaks',
      level: 'universal',
      areaOfNeed: 'semh',
      line: 'supervision',
      usualRole: 'teacher',
    },
    {
      what: 'A place in each room to settle, and short breaks to move that all may take.',
      change: 'Pupils come back to work by themselves.',
      who: 'Every class.',
      ends: 'It goes on.',
      rests: `Usual advice of behaviour and autism teams. ${few}`,
    },
    noTimes,
  ),
  entry(
    {
      id: 'check-in',
      name: 'Morning check-in',
      level: 'targeted',
      areaOfNeed: 'semh',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: 'Ten minutes with the same adult before lessons: how was the night, what is today, what may be hard.',
      change: 'The first lesson begins on time and calm.',
      who: 'Late or unsettled starts on two days a week.',
      ends: 'Five settled weeks.',
      rests: `Mentoring is studied as a kind; results differ much. ${toolkit}`,
    },
    [5, 10, 38, 2],
  ),
  entry(
    {
      id: 'literacy-of-feelings',
      name: 'Emotional literacy sessions',
      level: 'targeted',
      areaOfNeed: 'semh',
      line: 'ta',
      usualRole: 'hlta',
    },
    {
      what: 'Six to twelve sessions with a trained assistant around one aim that the pupil has chosen.',
      change: 'The pupil names a feeling and knows what helps.',
      who: 'Referred by a teacher; the pupil agrees.',
      ends: 'The aim is met, or twelve sessions.',
      training: 'A course of several days, then supervision by a psychologist',
      rests: `Social and emotional learning is well studied as a kind, single sessions less. ${toolkit}`,
    },
    [1, 40, 12, 1],
  ),
  entry(
    {
      id: 'circle',
      name: 'Circle of friends',
      level: 'targeted',
      areaOfNeed: 'semh',
      line: 'ta',
      usualRole: 'hlta',
    },
    {
      what: 'Volunteers meet weekly around one pupil: what goes well, what to try this week.',
      change: 'Company at break, and being greeted by name.',
      who: 'Alone at break for half a term, and wants it; parents have agreed.',
      ends: 'Two friendships that last without the circle.',
      training: 'Half a day with the psychology service',
      rests: few,
    },
    [1, 30, 10, 1],
  ),
  entry(
    {
      id: 'counselling',
      name: 'Counselling in school',
      level: 'specialist',
      areaOfNeed: 'semh',
      line: 'external',
      usualRole: 'external',
    },
    {
      what: 'A qualified counsellor, weekly, in a quiet room; what is said there stays there unless somebody is in danger.',
      change: 'The pupil understands and carries a worry better.',
      who: 'Referred with the consent of the pupil and, as the school’s policy says, the parents.',
      ends: 'As counsellor and pupil agree.',
      rests:
        'Trials in secondary schools show less distress on average; the British Association for Counselling and Psychotherapy lists them.',
    },
    [1, 50, 12, 1],
  ),
  entry(
    {
      id: 'supported-lunch',
      name: 'Supported lunch',
      level: 'targeted',
      areaOfNeed: 'semh',
      line: 'supervision',
      usualRole: 'ta',
    },
    {
      what: 'A quieter sitting with games, before the rest come.',
      change: 'Pupils eat, talk and go into the afternoon calm.',
      who: 'The dining hall is too much.',
      ends: 'Four weeks in the hall without trouble.',
      rests: `Some authorities do not count breaks and lunch towards the £6,000: look at your costing rules. ${few}`,
    },
    [5, 30, 38, 8],
  ),
]

const physical: readonly LibraryEntry[] = [
  entry(
    {
      id: 'seating-and-print',
      name: 'Seating, print and sound',
      level: 'universal',
      areaOfNeed: 'physical',
      line: 'equipment',
      usualRole: 'teacher',
    },
    {
      what: 'Who needs to see, hear or move sits where they can; print large enough; one speaker at a time.',
      change: 'Every pupil sees, hears and reaches what the lesson asks.',
      who: 'Every class; first those with glasses, hearing aids or a chair.',
      ends: 'It goes on.',
      rests: 'The Equality Act 2010 asks for reasonable adjustments; sensory services say which.',
    },
    noTimes,
  ),
  entry(
    {
      id: 'motor-circuit',
      name: 'Motor skills circuit',
      level: 'targeted',
      areaOfNeed: 'physical',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: 'Balance, catching, crossing the middle, finger strength: stations of three minutes each.',
      change: 'Buttons, scissors and pencil with less effort.',
      who: 'Below the motor screen for their age.',
      ends: 'The screen is met, or twelve weeks.',
      training: 'Half a day with the occupational therapist',
      rests: `Written by many occupational therapy services. ${few}`,
    },
    [3, 20, 12, 6],
  ),
  entry(
    {
      id: 'touch-typing',
      name: 'Touch typing',
      level: 'targeted',
      areaOfNeed: 'physical',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: 'Short daily practice with a program until typing is quicker than writing.',
      change: 'Writes by keyboard at the speed of the class by hand.',
      who: 'Handwriting is slow or painful and the advice is to type.',
      ends: 'Twenty words a minute, or the usual way of working is settled.',
      rests: `Usual advice of occupational therapists. ${few}`,
    },
    [3, 20, 20, 6],
  ),
  entry(
    {
      id: 'physio-programme',
      name: 'Physiotherapist’s or occupational therapist’s programme',
      level: 'specialist',
      areaOfNeed: 'physical',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: 'Exercises that the therapist wrote for this pupil, done by an assistant whom the therapist trained.',
      change: 'The aims that the therapist set.',
      who: 'A programme by a therapist who knows the pupil.',
      ends: 'When the therapist says so.',
      training: 'By the therapist, for each pupil; moving and handling where it is needed',
      rests: 'Rests on the therapist’s assessment of this pupil.',
    },
    [5, 20, 38, 1],
  ),
  entry(
    {
      id: 'sensory-teacher',
      name: 'Teacher of the deaf or of vision impairment, agreement',
      level: 'specialist',
      areaOfNeed: 'physical',
      line: 'external',
      usualRole: 'external',
    },
    {
      what: 'A qualified teacher of the sensory service visits, teaches, checks equipment and advises staff.',
      change: 'Full access to lessons, and a pupil who looks after the equipment.',
      who: 'Named in the plan, or known to the sensory service.',
      ends: 'As the service advises.',
      rests: 'Such teachers have a qualification of their own that the law asks for in special classes.',
    },
    [0.5, 60, 38, 1],
  ),
  entry(
    {
      id: 'sensory-breaks',
      name: 'Sensory breaks',
      level: 'targeted',
      areaOfNeed: 'physical',
      line: 'supervision',
      usualRole: 'ta',
    },
    {
      what: 'Short planned breaks by the pupil’s own sensory profile: move, push, rest from noise.',
      change: 'The pupil stays in lessons and asks for a break in time.',
      who: 'A sensory profile, or lessons left because of noise, light or touch.',
      ends: 'The pupil takes breaks alone and in time.',
      training: 'An hour with the occupational therapist',
      rests: `Usual advice of occupational therapists. ${few}`,
    },
    [10, 10, 38, 2],
  ),
]

/** Kinds of provision to begin from, in our own words. */
export const libraryEntries: readonly LibraryEntry[] = [...communication, ...cognition, ...semh, ...physical]
