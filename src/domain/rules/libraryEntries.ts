import { t } from '../../words/t.ts'
import type { Provision } from '../records/provision.ts'

/** A kind of provision to begin from: a school copies it into its own catalogue and makes it its own. */
export type LibraryEntry = Omit<Provision, 'offered' | 'replaces'> & { readonly id: string }

/** Said of each: research speaks of a kind of help on average, a school's own results of what it did. */
const own = t`Look at your school’s own figures under Impact before you rely on it.`
const toolkit = t`The Education Endowment Foundation sums up the studies in its Teaching and Learning Toolkit.`
const few = t`Few studies with a control group.`

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
      name: t`Visual supports in every room`,
      level: 'universal',
      areaOfNeed: 'communication',
      line: 'equipment',
      usualRole: 'teacher',
    },
    {
      what: t`The day in pictures or words, a now-and-next board for whoever wants one, key words with a picture.`,
      change: t`Pupils know what comes next and begin without being told.`,
      who: t`Every class.`,
      ends: t`It goes on.`,
      rests: t`Usual advice of speech and language services and autism teams. ${few}`,
    },
    noTimes,
  ),
  entry(
    {
      id: 'vocabulary-group',
      name: t`Vocabulary group`,
      level: 'targeted',
      areaOfNeed: 'communication',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: t`The words of the next topic, met before the class meets them: said, acted, drawn, used in a sentence.`,
      change: t`Pupils use the topic’s words in sentences of their own.`,
      who: t`A language screen below the expected band, or words not kept from lesson to lesson.`,
      ends: t`Eight of ten words used unprompted in two units running.`,
      training: t`Half a day, with one session watched`,
      rests: t`Spoken-language work is well studied as a kind. ${toolkit}`,
    },
    [3, 20, 12, 4],
  ),
  entry(
    {
      id: 'narrative-group',
      name: t`Narrative group`,
      level: 'targeted',
      areaOfNeed: 'communication',
      line: 'ta',
      usualRole: 'hlta',
    },
    {
      what: t`Who, where, what happened, what then: telling and retelling with pictures, then without.`,
      change: t`Pupils tell an event in order so that a listener follows.`,
      who: t`Sentences short or muddled for their age.`,
      ends: t`The narrative checklist is complete, or twelve weeks.`,
      training: t`Half a day with a speech and language therapist`,
      rests: t`Part of several spoken-language programmes that were tried in schools. ${toolkit}`,
    },
    [2, 30, 12, 5],
  ),
  entry(
    {
      id: 'therapist-programme',
      name: t`Therapist’s programme, practised in school`,
      level: 'specialist',
      areaOfNeed: 'communication',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: t`What the therapist wrote for this pupil, practised most days by an assistant whom the therapist trained.`,
      change: t`The aims that the therapist set.`,
      who: t`A programme by a therapist who knows the pupil.`,
      ends: t`When the therapist says so.`,
      training: t`By the therapist, for each pupil`,
      rests: t`Rests on the therapist’s assessment of this pupil.`,
    },
    [5, 15, 38, 1],
  ),
  entry(
    {
      id: 'therapist-agreement',
      name: t`Speech and language therapist, agreement`,
      level: 'specialist',
      areaOfNeed: 'communication',
      line: 'external',
      usualRole: 'external',
    },
    {
      what: t`A therapist visits, assesses, writes programmes and trains the staff who practise them.`,
      change: t`Programmes that fit, and staff who can deliver them.`,
      who: t`Named in the plan, or agreed with the therapist.`,
      ends: t`When therapist and school agree.`,
      rests: t`Rests on the therapist’s own assessment and review.`,
    },
    [0.5, 30, 38, 1],
  ),
  entry(
    {
      id: 'social-building',
      name: t`Building together in roles`,
      level: 'targeted',
      areaOfNeed: 'communication',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: t`Three roles, one model: one reads the plan, one finds the pieces, one builds; then they change.`,
      change: t`Pupils take turns, ask, and change a plan with others.`,
      who: t`Finds groups hard and likes to build.`,
      ends: t`Twenty minutes in a group that no adult leads.`,
      training: t`One day, then a partner for the first sessions`,
      rests: t`Used with autistic pupils for years. ${few}`,
    },
    [1, 40, 12, 3],
  ),
]

const cognition: readonly LibraryEntry[] = [
  entry(
    {
      id: 'adapted-teaching',
      name: t`Teaching adapted for all`,
      level: 'universal',
      areaOfNeed: 'cognition',
      line: 'teacher',
      usualRole: 'teacher',
    },
    {
      what: t`Pre-teaching, worked examples, small steps, time to think, and a choice of how to show what was learned.`,
      change: t`Every pupil follows the lesson and knows what to do next.`,
      who: t`Every pupil.`,
      ends: t`It goes on.`,
      rests: t`The SEND Code of Practice (6.36 to 6.38) puts it first. The Education Endowment Foundation’s guidance on SEND in mainstream schools says what it looks like.`,
    },
    noTimes,
  ),
  entry(
    {
      id: 'phonics-catch-up',
      name: t`Phonics catch-up`,
      level: 'targeted',
      areaOfNeed: 'cognition',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: t`The school’s own phonics programme from where the pupil stands, in small steps, most days.`,
      change: t`Pupils blend words with the sounds that the class already reads.`,
      who: t`Two or more phases behind the class, or the phonics check not met.`,
      ends: t`Reads with the class, or after twelve weeks.`,
      training: t`The school’s phonics training, renewed each year`,
      rests: t`Phonics is among the best-studied kinds of help with early reading. ${toolkit}`,
    },
    [4, 20, 12, 4],
  ),
  entry(
    {
      id: 'reading-one-to-one',
      name: t`Structured reading, one to one`,
      level: 'targeted',
      areaOfNeed: 'cognition',
      line: 'ta',
      usualRole: 'hlta',
    },
    {
      what: t`A set lesson each time: reread, new words, new text, write a sentence, with a record of each.`,
      change: t`Reading age grows faster than the calendar.`,
      who: t`Reading age two years or more below age, or no gain in two terms of a group.`,
      ends: t`Within a year of their age, or ratio gain below 1.4 after twelve weeks: then something else.`,
      training: t`Two days, and one lesson watched each term`,
      rests: t`Reviews of catch-up reading schemes by Greg Brooks compare ratio gains of named schemes; take the one that you use.`,
    },
    [3, 30, 12, 1],
  ),
  entry(
    {
      id: 'precision-teaching',
      name: t`Precision teaching`,
      level: 'targeted',
      areaOfNeed: 'cognition',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: t`Ten minutes a day on one small set of words or facts, timed and charted with the pupil.`,
      change: t`The set is quick and right, and still there a month later.`,
      who: t`Learns a thing one day and has lost it the next.`,
      ends: t`The set is kept for four weeks.`,
      training: t`One afternoon with the educational psychologist`,
      rests: t`Taught by many psychology services. ${few}`,
    },
    [5, 10, 12, 1],
  ),
  entry(
    {
      id: 'number-group',
      name: t`Number group`,
      level: 'targeted',
      areaOfNeed: 'cognition',
      line: 'teacher',
      usualRole: 'teacher',
    },
    {
      what: t`Number sense with things, pictures, then symbols, in a group small enough to hear each pupil think.`,
      change: t`Pupils count on, bridge ten and know what the operation does.`,
      who: t`Below the expected standard in number with gaps that a screen shows.`,
      ends: t`Gaps closed at the re-screen.`,
      training: t`One day, and planning with the maths lead`,
      rests: t`Small-group tuition is well studied as a kind. ${toolkit}`,
    },
    [3, 30, 12, 4],
  ),
  entry(
    {
      id: 'in-class-support',
      name: t`In-class support for a plan`,
      level: 'specialist',
      areaOfNeed: 'cognition',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: t`A known adult in named lessons who prepares, prompts, steps back, and writes down what was done alone.`,
      change: t`The outcomes of Section E, with less help each term.`,
      who: t`Hours that Section F specifies.`,
      ends: t`As the annual review decides.`,
      rests: t`Help in class can also hold a pupil back where it replaces the teacher: the Education Endowment Foundation’s guidance on teaching assistants says how to avoid that.`,
    },
    [5, 120, 38, 1],
  ),
  entry(
    {
      id: 'assistive-technology',
      name: t`Laptop with reading and speech software`,
      level: 'specialist',
      areaOfNeed: 'cognition',
      line: 'equipment',
      usualRole: 'none',
    },
    {
      what: t`A laptop that reads aloud, writes what is said and corrects spelling, with practice until it is quick.`,
      change: t`Pupils write as much as they can say, in lessons and in exams.`,
      who: t`Reading or writing holds back what the pupil knows; the pupil wants it.`,
      ends: t`When another way is quicker.`,
      training: t`Two sessions with pupil and staff together`,
      rests: t`Usual way of working for exam arrangements (JCQ asks that it is one).`,
    },
    [null, null, null, 1],
  ),
  entry(
    {
      id: 'peer-reading',
      name: t`Paired reading with older pupils`,
      level: 'targeted',
      areaOfNeed: 'cognition',
      line: 'supervision',
      usualRole: 'ta',
    },
    {
      what: t`An older pupil and a younger one read together by turns; an adult pairs, prepares and looks on.`,
      change: t`More pages read, and asking for the next book.`,
      who: t`Reads little alone and gladly with somebody.`,
      ends: t`A term; then new pairs.`,
      training: t`An hour for the older pupils`,
      rests: t`Peer tutoring is well studied as a kind. ${toolkit}`,
    },
    [3, 20, 10, 12],
  ),
]

const semh: readonly LibraryEntry[] = [
  entry(
    {
      id: 'calm-places',
      name: t`Calm corners and movement breaks`,
      level: 'universal',
      areaOfNeed: 'semh',
      line: 'supervision',
      usualRole: 'teacher',
    },
    {
      what: t`A place in each room to settle, and short breaks to move that all may take.`,
      change: t`Pupils come back to work by themselves.`,
      who: t`Every class.`,
      ends: t`It goes on.`,
      rests: t`Usual advice of behaviour and autism teams. ${few}`,
    },
    noTimes,
  ),
  entry(
    {
      id: 'check-in',
      name: t`Morning check-in`,
      level: 'targeted',
      areaOfNeed: 'semh',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: t`Ten minutes with the same adult before lessons: how was the night, what is today, what may be hard.`,
      change: t`The first lesson begins on time and calm.`,
      who: t`Late or unsettled starts on two days a week.`,
      ends: t`Five settled weeks.`,
      rests: t`Mentoring is studied as a kind; results differ much. ${toolkit}`,
    },
    [5, 10, 38, 2],
  ),
  entry(
    {
      id: 'literacy-of-feelings',
      name: t`Emotional literacy sessions`,
      level: 'targeted',
      areaOfNeed: 'semh',
      line: 'ta',
      usualRole: 'hlta',
    },
    {
      what: t`Six to twelve sessions with a trained assistant around one aim that the pupil has chosen.`,
      change: t`The pupil names a feeling and knows what helps.`,
      who: t`Referred by a teacher; the pupil agrees.`,
      ends: t`The aim is met, or twelve sessions.`,
      training: t`A course of several days, then supervision by a psychologist`,
      rests: t`Social and emotional learning is well studied as a kind, single sessions less. ${toolkit}`,
    },
    [1, 40, 12, 1],
  ),
  entry(
    {
      id: 'circle',
      name: t`Circle of friends`,
      level: 'targeted',
      areaOfNeed: 'semh',
      line: 'ta',
      usualRole: 'hlta',
    },
    {
      what: t`Volunteers meet weekly around one pupil: what goes well, what to try this week.`,
      change: t`Company at break, and being greeted by name.`,
      who: t`Alone at break for half a term, and wants it; parents have agreed.`,
      ends: t`Two friendships that last without the circle.`,
      training: t`Half a day with the psychology service`,
      rests: few,
    },
    [1, 30, 10, 1],
  ),
  entry(
    {
      id: 'counselling',
      name: t`Counselling in school`,
      level: 'specialist',
      areaOfNeed: 'semh',
      line: 'external',
      usualRole: 'external',
    },
    {
      what: t`A qualified counsellor, weekly, in a quiet room; what is said there stays there unless somebody is in danger.`,
      change: t`The pupil understands and carries a worry better.`,
      who: t`Referred with the consent of the pupil and, as the school’s policy says, the parents.`,
      ends: t`As counsellor and pupil agree.`,
      rests: t`Trials in secondary schools show less distress on average; the British Association for Counselling and Psychotherapy lists them.`,
    },
    [1, 50, 12, 1],
  ),
  entry(
    {
      id: 'supported-lunch',
      name: t`Supported lunch`,
      level: 'targeted',
      areaOfNeed: 'semh',
      line: 'supervision',
      usualRole: 'ta',
    },
    {
      what: t`A quieter sitting with games, before the rest come.`,
      change: t`Pupils eat, talk and go into the afternoon calm.`,
      who: t`The dining hall is too much.`,
      ends: t`Four weeks in the hall without trouble.`,
      rests: t`Some authorities do not count breaks and lunch towards the £6,000: look at your costing rules. ${few}`,
    },
    [5, 30, 38, 8],
  ),
]

const physical: readonly LibraryEntry[] = [
  entry(
    {
      id: 'seating-and-print',
      name: t`Seating, print and sound`,
      level: 'universal',
      areaOfNeed: 'physical',
      line: 'equipment',
      usualRole: 'teacher',
    },
    {
      what: t`Who needs to see, hear or move sits where they can; print large enough; one speaker at a time.`,
      change: t`Every pupil sees, hears and reaches what the lesson asks.`,
      who: t`Every class; first those with glasses, hearing aids or a chair.`,
      ends: t`It goes on.`,
      rests: t`The Equality Act 2010 asks for reasonable adjustments; sensory services say which.`,
    },
    noTimes,
  ),
  entry(
    {
      id: 'motor-circuit',
      name: t`Motor skills circuit`,
      level: 'targeted',
      areaOfNeed: 'physical',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: t`Balance, catching, crossing the middle, finger strength: stations of three minutes each.`,
      change: t`Buttons, scissors and pencil with less effort.`,
      who: t`Below the motor screen for their age.`,
      ends: t`The screen is met, or twelve weeks.`,
      training: t`Half a day with the occupational therapist`,
      rests: t`Written by many occupational therapy services. ${few}`,
    },
    [3, 20, 12, 6],
  ),
  entry(
    {
      id: 'touch-typing',
      name: t`Touch typing`,
      level: 'targeted',
      areaOfNeed: 'physical',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: t`Short daily practice with a program until typing is quicker than writing.`,
      change: t`Writes by keyboard at the speed of the class by hand.`,
      who: t`Handwriting is slow or painful and the advice is to type.`,
      ends: t`Twenty words a minute, or the usual way of working is settled.`,
      rests: t`Usual advice of occupational therapists. ${few}`,
    },
    [3, 20, 20, 6],
  ),
  entry(
    {
      id: 'physio-programme',
      name: t`Physiotherapist’s or occupational therapist’s programme`,
      level: 'specialist',
      areaOfNeed: 'physical',
      line: 'ta',
      usualRole: 'ta',
    },
    {
      what: t`Exercises that the therapist wrote for this pupil, done by an assistant whom the therapist trained.`,
      change: t`The aims that the therapist set.`,
      who: t`A programme by a therapist who knows the pupil.`,
      ends: t`When the therapist says so.`,
      training: t`By the therapist, for each pupil; moving and handling where it is needed`,
      rests: t`Rests on the therapist’s assessment of this pupil.`,
    },
    [5, 20, 38, 1],
  ),
  entry(
    {
      id: 'sensory-teacher',
      name: t`Teacher of the deaf or of vision impairment, agreement`,
      level: 'specialist',
      areaOfNeed: 'physical',
      line: 'external',
      usualRole: 'external',
    },
    {
      what: t`A qualified teacher of the sensory service visits, teaches, checks equipment and advises staff.`,
      change: t`Full access to lessons, and a pupil who looks after the equipment.`,
      who: t`Named in the plan, or known to the sensory service.`,
      ends: t`As the service advises.`,
      rests: t`Such teachers have a qualification of their own that the law asks for in special classes.`,
    },
    [0.5, 60, 38, 1],
  ),
  entry(
    {
      id: 'sensory-breaks',
      name: t`Sensory breaks`,
      level: 'targeted',
      areaOfNeed: 'physical',
      line: 'supervision',
      usualRole: 'ta',
    },
    {
      what: t`Short planned breaks by the pupil’s own sensory profile: move, push, rest from noise.`,
      change: t`The pupil stays in lessons and asks for a break in time.`,
      who: t`A sensory profile, or lessons left because of noise, light or touch.`,
      ends: t`The pupil takes breaks alone and in time.`,
      training: t`An hour with the occupational therapist`,
      rests: t`Usual advice of occupational therapists. ${few}`,
    },
    [10, 10, 38, 2],
  ),
]

/** Kinds of provision to begin from, in our own words. */
export const libraryEntries: readonly LibraryEntry[] = [...communication, ...cognition, ...semh, ...physical]
