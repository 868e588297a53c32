import type { NeedWords } from './needWords.ts'

export const hearing: NeedWords = {
  described: [
    [
      '{name} is [quick and observant|a keen reader of faces], and says clearly when {they} has missed something [in a quiet room|with people {they} knows].',
      '{name} wears [two hearing aids|a cochlear implant and a hearing aid] and looks after them [well|{themself}].',
    ],
    [
      '{They} has a [moderate|moderate to severe] hearing loss in [both ears|the left ear], and hears speech well within [two metres|a short distance] in quiet.',
      'In noise {they} loses [the ends of words|quiet voices|what is said behind {them}].',
    ],
    [
      'In {lesson} {they} follows one speaker well and discussion badly, and is tired by [two o’clock|the end of the day].',
      'New words have to be seen as well as heard, or {they} learns them [slightly wrong|by half].',
    ],
    [
      'It helps to [use the radio microphone and pass it on|repeat what others have said|face {them} and the light], and to check the aids each morning.',
    ],
  ],
  sources: ['Audiology report', 'Teacher of the deaf’s assessment'],
  goals: [
    {
      text: 'By {by}, {name} will tell an adult when {they} has not heard or the equipment has failed, in every lesson where it happens.',
      baseline: 'Tells a known adult afterwards, about half the time',
      measure: 'Teacher of the deaf’s checklist, monthly',
      met: '{name} told the teacher each time it was tested ([six|eight] of [six|eight]) and changed a battery {themself}.',
      coming: '{name} tells known adults at once ([five|six] of eight), new ones not yet.',
      stuck:
        '{name} does not want to be noticed and stays silent; a signal with each teacher is being agreed.',
    },
    {
      text: 'By {by}, {name} will understand and use [80|100] words of {their} subjects, pre-taught, shown by using each in a sentence.',
      baseline: '[35|40|44] words',
      measure: 'Word check each half-term',
      met: '{name} uses [82|96|103] of the words in sentences.',
      coming: '{name} knows [60|64|70] words and uses most of them.',
      stuck: '{name} knows [45|48] words; pre-teaching took place in half of the weeks.',
    },
    {
      text: 'By {by}, {name} will follow a discussion of [four|five] people in {lesson} and add a point of {their} own, [twice a week|in three lessons of four].',
      baseline: 'Follows one speaker; seldom speaks in discussion',
      measure: 'Observation by the teacher of the deaf, once a month',
      met: '{name} followed discussion in three lessons of four and [disagreed politely with a friend|made a joke that turned on a word].',
      coming: '{name} follows when the microphone goes round, and speaks [once a week|in small groups].',
      stuck: '{name} loses the thread when voices overlap, and the microphone is not always passed on.',
    },
  ],
  steps: [
    {
      text: '{name} will check {their} aids with {adult} each morning and say that they work.',
      baseline: 'Adult checks',
      measure: 'Morning sheet',
    },
    {
      text: '{name} will hand the radio microphone to the teacher at the start of [four|five] lessons a week.',
      baseline: 'With a reminder',
      measure: 'Tally',
    },
  ],
  specified: [
    'A visit from the teacher of the deaf [once a week|twice a half-term] and a radio aid in all lessons.',
  ],
  hard: ['When everybody talks.', 'When the teacher turns round to the board.'],
  wants: ['To sit where I can see faces.', 'People not to shout at me, just to face me.'],
  worries: ['{They} nods when {they} has not heard.'],
  working: ['The radio microphone, passed round in discussion', 'Words given before the lesson'],
  notWorking: ['Films without subtitles', 'The hall'],
}

export const vision: NeedWords = {
  described: [
    [
      '{name} is [independent and determined|patient and exact] and knows the building well.',
      '{name} has a [fine ear|wonderful memory] and loves {interest}.',
    ],
    [
      '{They} sees [detail at about a third of the usual distance|well straight ahead and little to the sides], and needs print of [18|20|24] point in bold.',
      'Glare and [poor light|busy pages] make seeing tiring; {their} sight [is steady|may change].',
    ],
    [
      'In {lesson} {they} needs the board on {their} own screen, and about a [quarter|third] more time.',
      'Steps, [crowds|wet leaves] and unlit corners are risks [outside|at {break}].',
    ],
    [
      'It helps to [say names before questions|describe what is shown|keep bags off the floor] and to [give files the day before|let {them} use {their} tablet].',
    ],
  ],
  sources: ['Qualified teacher of children with vision impairment’s report', 'Hospital eye clinic’s letter'],
  goals: [
    {
      text: 'By {by}, {name} will set up {their} tablet and enlarge what {they} needs {themself} in every lesson, within [two|three] minutes.',
      baseline: 'With an adult in [seven|eight] lessons of ten',
      measure: 'Tally of ten lessons each half-term',
      met: '{name} sets up alone in ten of ten lessons, in under two minutes.',
      coming: '{name} sets up alone in [six|seven] of ten lessons.',
      stuck: '{name} waits for an adult when the network is slow, which it often was.',
    },
    {
      text: 'By {by}, {name} will walk [to the station|round the whole site|to the shop] on a route that {they} has learned, safely and alone.',
      baseline: 'Inside the main building',
      measure: 'Mobility officer’s record',
      met: '{name} walked the route alone [three|four] times, watched from afar.',
      coming: '{name} walks it with one prompt at the crossing.',
      stuck: 'Training paused while the works at the gate went on.',
    },
    {
      text: 'By {by}, {name} will ask for what {they} needs to see (a larger copy, a nearer seat, a description) in [four|five] lessons a week, without being asked.',
      baseline: 'Waits for an adult to notice',
      measure: 'Tally kept by {name} on {their} tablet',
      met: '{name} asked in [six|seven] lessons last week, and now tells supply teachers at the door.',
      coming: '{name} asks adults {they} knows, [three|four] times a week.',
      stuck: '{name} would rather manage than ask in front of others; a note sent ahead is being tried.',
    },
  ],
  steps: [
    {
      text: '{name} will touch-type the home row at [10|12] words a minute.',
      baseline: '[5|6] words a minute',
      measure: 'Typing test weekly',
    },
    {
      text: '{name} will ask for a description of what is shown, once in each of [three|four] lessons a week.',
      baseline: 'Never asks',
      measure: 'Tally',
    },
  ],
  specified: [
    'All papers in 20 point bold or on the tablet before the lesson, and a weekly visit from the specialist teacher.',
  ],
  hard: ['When the sheet is small and they forgot mine.', 'Playing ball.'],
  wants: ['To get my sheets [at the same time as everyone|without asking].'],
  worries: ['We want {them} to travel alone one day.'],
  working: ['Files on the tablet before the lesson', 'The yellow edge on the steps'],
  notWorking: ['Photocopies of photocopies'],
}

export const physical: NeedWords = {
  described: [
    [
      '{name} is [determined and sociable|full of ideas] and likes to do things {themself}.',
      '{name} has [a quick mind|strong views] and a passion for {interest}.',
    ],
    [
      '{They} has [cerebral palsy affecting {their} left side|a muscle condition that makes {them} tire|hypermobile joints], and uses [a walker|a wheelchair over distance|splints] [at school|outdoors].',
      'Fine movements are slow: [buttons, scissors and pens|cutlery, rulers and pens] take effort.',
    ],
    [
      'In {lesson} {they} writes for [five|ten] minutes before {their} hand tires.',
      'Moving between rooms takes {them} [five|seven] minutes more, and stairs are not possible.',
    ],
    [
      'It helps to [leave five minutes early|have a lift pass|sit at the right height], to type, and to [plan trips with {them} first|ask before helping].',
    ],
  ],
  sources: [
    'Physiotherapist’s and occupational therapist’s reports',
    'Hospital letter and moving and handling plan',
  ],
  goals: [
    {
      text: 'By {by}, {name} will [dress and undress for PE|manage lunch and the toilet] on {their} own with {their} equipment, [on four days out of five|each time].',
      baseline: 'With an adult for [half|most] of the steps',
      measure: 'Occupational therapist’s checklist each term',
      met: '{name} does all [nine|eight] steps alone, in [eight|nine] minutes.',
      coming: '{name} does [six|seven] of nine steps alone; fastenings still need help.',
      stuck: '{name} does [four|five] of nine; growth has made the splints tight and new ones are ordered.',
    },
    {
      text: 'By {by}, {name} will record {their} own work by typing or speaking at [15|20] words a minute, so that {they} finishes as others do.',
      baseline: '[7|8|9] words a minute',
      measure: 'Typing test each half-term',
      met: '{name} types [18|21|22] words a minute and [prefers it|asks for it].',
      coming: '{name} types [12|13|14] words a minute; dictation is good in a quiet room.',
      stuck: '{name} types [9|10]; the laptop was away for repair for half a term.',
    },
    {
      text: 'By {by}, {name} will say how an activity can be changed so that {they} takes part in all of it, in PE and on trips, [each time|four times out of five].',
      baseline: 'Watches or keeps the score in half of the lessons',
      measure: 'PE teacher’s note each week',
      met: '{name} took part in every lesson this half-term and [invented a rule for seated volleyball|planned the route for the trip].',
      coming: '{name} takes part in [seven|eight] lessons of ten, and suggests a change when asked.',
      stuck: '{name} still sits out [four|five] lessons of ten; the hall was in use and space was short.',
    },
  ],
  steps: [
    {
      text: '{name} will do {their} stretches with {adult} [three|four] times a week and say which feels tight.',
      baseline: '[Once|Twice] a week',
      measure: 'Exercise chart',
    },
    {
      text: '{name} will open {their} [lunch box|locker] and carry {their} tray without help.',
      baseline: 'With help',
      measure: 'Supervisor’s note',
    },
  ],
  specified: [
    'A daily programme of 20 minutes from the physiotherapist, by a trained assistant, and a moving and handling plan.',
  ],
  hard: ['Stairs and crowds.', 'When my hand hurts and we still have to write.'],
  wants: ['To go on the trip with everyone.', 'People to ask before they help.'],
  worries: ['{They} is growing and the equipment has to keep up.'],
  working: ['Leaving five minutes early', 'The laptop'],
  notWorking: ['Long writing by hand', 'Rooms upstairs when the lift is out'],
}
