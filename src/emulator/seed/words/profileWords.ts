import type { NeedType } from '../../../domain/rules/codes.ts'

/** What a one-page profile says for one type of need. Templates of `say`, in the pupil's own words but for strategies. */
export type ProfileWords = {
  readonly helps: readonly string[]
  readonly avoid: readonly string[]
  /** Written by adults for adults. */
  readonly strategies: readonly string[]
  readonly communication: string | null
  /** Said as they stand: they take nothing from chance. */
  readonly strengths: string
  readonly triggers: string | null
  readonly equipment: string | null
  readonly exams: string | null
}

export const goodAt = [
  '[Kind|Funny|Patient|Brave], [a loyal friend|good company|the first to notice when somebody is sad]. Knows [everything|more than any of us] about {interest}.',
  '[Always says good morning|Makes the whole table laugh|Never gives up]. [Careful with younger children|Brilliant with numbers|Remembers everybody’s birthday]. Loves {interest}.',
  'Full of ideas and [very honest|always fair]. [Draws beautifully|Can take things apart and put them together|Tells wonderful stories], best of all about {interest}.',
]
export const important = [
  '[My family and our dog|My nan|My brother and my room]. {interest}. Knowing what comes next, and having [a friend|somebody I know] near at {break}.',
  '{interest}, [my friends|being outside], and being asked before people help me. I like to [finish what I begin|know why].',
  'That people [listen to the end|know I am trying|let me have a go first]. [Sunday lunch at my aunt’s|Football on Saturdays|My cat]. {interest}.',
]
export const madeWith = [
  '{name} and {adult}, over [two|three] talks; {parent} read it and added to it',
  '{name}, {parent} and the class, with talking mats',
  '{name} and {parent} at home, then {adult}',
]

const speech: ProfileWords = {
  helps: [
    'Say my name first, then say it in a short sentence.\nGive me [ten seconds|time] to think before you ask again.\nShow me a picture or an example.',
    'Tell me the new words before the lesson.\nAsk me to tell you back what I have to do, [kindly|not in front of everybody].\nLet me draw it.',
  ],
  avoid: [
    'Lots of words at once. Being [asked to hurry|finished off] when I am looking for a word.',
    'Saying it again louder. Questions out of the blue in front of the class.',
  ],
  strategies: [
    'Key words with pictures on the table before the lesson.\nOne instruction at a time; check by asking what comes first.\nWait ten seconds after a question.',
    'Sit where your face can be seen.\nModel the sentence back instead of correcting it.\nTask board with the steps, ticked off together.',
  ],
  communication:
    'I talk, and I use my hands and drawings when a word will not come. I nod when I have not understood: please check.',
  strengths: 'I explain things with drawings, and I remember what I have seen.',
  triggers: 'When people talk over me. I go red and stop: leave me a minute, then show me what you mean.',
  equipment: null,
  exams: 'Instructions read out and repeated to me.',
}
const autism: ProfileWords = {
  helps: [
    'Tell me about changes early, with [my timetable|a note].\nSay exactly what you mean and what “finished” looks like.\nLet me go to {base} with my card before it gets too much.',
    'Let me start with the part I know.\nGive me a job in noisy times.\nTalk to me beside me, not face to face.',
  ],
  avoid: [
    'Surprises, [crowded corridors|the hand dryer], and “in a minute” when it is not a minute.',
    'Being touched without asking. Jokes that mean the opposite. Having to look at you while I listen.',
  ],
  strategies: [
    'Visual timetable, changes shown before they happen.\nA quiet place to go, no questions asked, five to ten minutes.\nLiteral, concrete wording; one thing at a time.',
    'Seat at the edge, back to the wall.\nWarn [five minutes|two minutes] before the end of an activity.\nUse {interest} as the way in.',
  ],
  communication: 'I say it straight. When I go quiet I am full up: give me my card and some time.',
  strengths: 'Facts, maps and seeing what others miss.',
  triggers:
    'Noise, and changes that nobody told me of. I hum and pull my sleeves first: offer my card then, before it is too much.',
  equipment: 'Ear defenders, in my bag.',
  exams: 'A room with few people, at my own table, told the day before.',
}
const literacy: ProfileWords = {
  helps: [
    'Let me hear it as well as read it.\nGive me the slides or a photo of the board.\nMark what I know, not how I spell it.',
    'Ask me to tell you: I know more than I can write.\nLet me use [the laptop|my reading pen].\nGive me the words I need on a card.',
  ],
  avoid: [
    'Reading aloud without being asked first. Copying from the board.',
    'Red ink on every word. Being told to check my spelling.',
  ],
  strategies: [
    'Text in 12 to 14 point, off-white paper, read aloud on the laptop.\nWord mat for the topic.\nAnswers spoken, recorded or typed where writing is not what is assessed.',
    'Overlearn new spellings, five a week.\nNever asked to read aloud unprepared.\nHomework as a photo or a message, not copied.',
  ],
  communication: null,
  strengths: 'Talking, making and knowing how things work.',
  triggers: null,
  equipment: 'Laptop that reads aloud; reading pen.',
  exams: 'A reader or reading pen and extra time, as in class.',
}
const learning: ProfileWords = {
  helps: [
    'Show me first, then do it with me, then let me try.\nGive me small steps and tell me when I get one right.\nPractise it again tomorrow.',
    'Let me use things I can hold.\nGive me [fewer|shorter] things to do and more time.',
  ],
  avoid: [
    'Being given a whole page at once. Being told it is easy.',
    'Somebody doing it for me. Always working with the little ones.',
  ],
  strategies: [
    'Steps of one thing at a time, with a worked example in sight.\nGo back over yesterday before starting today.\nPractical materials for number.',
    'Same aim as the class, smaller step.\nPre-teach key words.\nPartner who explains well.',
  ],
  communication: 'I may say yes when I mean “I don’t know”. Ask me to show you.',
  strengths: 'Helping others, and not giving up when it is hard.',
  triggers:
    'When everybody has finished and I have not. I hide my book: come quietly and do the next step with me.',
  equipment: null,
  exams: 'Questions read to me, with breaks.',
}
const feelings: ProfileWords = {
  helps: [
    'Say hello to me every morning.\nNotice when I go quiet and ask later, not now.\nLet me walk with {adult} for five minutes.',
    'Give me two choices.\nTell me what I did well, quietly.\nStart every day new.',
  ],
  avoid: [
    'Shouting, even at somebody else. Being told off in front of people.',
    'Talking about yesterday. Crowding round me when I am upset.',
  ],
  strategies: [
    'Meet and greet with {adult}; scale of one to five before lessons.\nPlan for calming down, written with the pupil, the same in every room.\nRepair talk afterwards, never in the heat.',
    'Predictable start, early success.\nPrivate praise; brief, neutral reminders.\nA way out of the room that is agreed beforehand.',
  ],
  communication: null,
  strengths: 'Looking after younger children; I am fair.',
  triggers:
    'Shouting, and being watched when I have got it wrong. I tap and then walk off: give me room and no questions.',
  equipment: 'My card for leaving the room.',
  exams: 'A room with an adult I know near the door.',
}
const hearing: ProfileWords = {
  helps: [
    'Look at me when you talk and don’t cover your mouth.\nWear the microphone and pass it round.\nTell me who is speaking.',
  ],
  avoid: ['Talking while you write on the board. The hall without the microphone.'],
  strategies: [
    'Radio aid on from the first minute; muted in private talk.\nSubtitles on every film.\nSeat in the second row, light on the speaker’s face.',
  ],
  communication:
    'I lip-read and use my hearing aids. Tap my arm or the table if I miss you. In noise I understand about half.',
  strengths: 'Watching closely: I notice what people feel.',
  triggers: null,
  equipment: 'Hearing aids and radio aid: check that they are charged each morning.',
  exams: 'The radio aid, and instructions in writing.',
}
const vision: ProfileWords = {
  helps: [
    'Say what you point at.\nGive me my own copy in large print.\nTell me when you come and when you go.',
  ],
  avoid: ['“Over there.” Moving furniture without telling me.'],
  strategies: [
    '18 point, strong contrast, nothing on pattern.\nRead out what goes on the board.\nShort breaks for tired eyes; walk the new room beforehand.',
  ],
  communication: null,
  strengths: 'Listening and remembering; I know voices at once.',
  triggers: null,
  equipment: 'Large print, a slope to write on, my magnifier.',
  exams: 'Papers in 18 point, and extra time.',
}
const body: ProfileWords = {
  helps: [
    'Let me leave five minutes before the others.\nAsk before you push or lift.\nGive me time with buttons and lids.',
  ],
  avoid: ['Being carried past things I can do. Trips that nobody checked first.'],
  strategies: [
    'Laptop or scribe for anything longer than a few lines.\nTable at the right height, clear way in and out.\nPlan PE with the physiotherapist’s sheet.',
  ],
  communication: null,
  strengths: 'Planning, and telling people clearly what works.',
  triggers: null,
  equipment: 'Laptop, and a table at the right height.',
  exams: 'The laptop, with breaks to move.',
}

const words: Partial<Record<NeedType, ProfileWords>> = {
  SLCN: speech,
  ASD: autism,
  SPLD: literacy,
  MLD: learning,
  SLD: learning,
  DS: learning,
  SEMH: feelings,
  HI: hearing,
  VI: vision,
  PD: body,
}
export const profileWordsFor = (type: NeedType): ProfileWords => words[type] ?? learning

/** What was written before the last change: for publications that are behind. */
export const helpsBefore = 'Sit near me at the start and check that I know what to do.'
