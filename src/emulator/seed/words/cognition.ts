import type { NeedWords } from './needWords.ts'

export const literacy: NeedWords = {
  described: [
    [
      '{name} has [lively ideas|a wide vocabulary] and shines when {they} may [say it|build it|draw it] instead of writing it.',
      '{name} understands far more than {they} can yet read, and [remembers every story|asks searching questions|loves to hear books read].',
      '{name} is [good with {their} hands|quick to see how things work] and knows a great deal about {interest}.',
    ],
    [
      'Reading is slow: {they} [sounds out each word|guesses from the first letters], and loses [the meaning|{their} place] on the way.',
      'Spelling does not stay: words learned on [Monday|one day] are [gone by Friday|strange to {them} on the next].',
      '{They} finds it hard to hold [sounds in order|numbers in mind|a list of things to do] long enough to use them.',
    ],
    [
      'In {lesson} {they} writes [two or three lines|a short paragraph] where {they} could have talked for [ten|five] minutes.',
      'Copying from the board takes {them} [twice as long as|far longer than] others, and what {they} has copied cannot always be read.',
      '{They} [hides {their} work|says that {they} is thick|goes to sharpen a pencil] when reading aloud comes near.',
    ],
    [
      '[Sounds taught in small steps and practised daily|Reading with an adult for five minutes each day|Overlays chosen by {them} and larger print] help.',
      'It helps to [give notes instead of copying|take the answer by talk or typing|mark the ideas and not the spelling] and to [let {them} know beforehand when {they} will read|never ask {them} to read unprepared].',
    ],
  ],
  sources: [
    'Specialist teacher’s assessment',
    'Standardised reading and spelling tests in school',
    'Dyslexia screening, then a specialist teacher’s visit',
  ],
  goals: [
    {
      text: 'By {by}, {name} will read a [page|text] chosen for {their} age aloud with [95 of 100|nineteen of twenty] words right, and tell what it was about.',
      baseline: '[78|80|82] of 100 words right',
      measure: 'Running record each half-term; standardised test in September and June',
      met: '{name} read 100 words with [96|97] right and gave the [main point and a reason|gist and an opinion].',
      coming:
        '{name} reads [88|90|91] of 100 words right; standard score rose from [74|76|78] to [82|83|85].',
      stuck:
        '{name} reads [81|82|83] of 100 words right. [Sessions were missed in the spring|The book level was set too high] and this has been put right.',
    },
    {
      text: 'By {by}, {name} will write [three|two] joined paragraphs {themself}, with [a keyboard|a word mat], that another person can read without help.',
      baseline: 'Writes [two|three] sentences with an adult beside {them}',
      measure: 'One piece each half-term, read by a teacher who does not teach {them}',
      met: '{name} wrote [three paragraphs|a page and a half] about {interest} on {their} own, and all of it could be read.',
      coming:
        '{name} writes [one|a] full paragraph on {their} own and a second with questions; typing is now [14|16|18] words a minute.',
      stuck:
        '{name} still wants an adult there before {they} will begin; a scribe has been used more than was meant.',
    },
    {
      text: 'By {by}, {name} will spell the [200|250] most used words right in {their} own writing, [nine times out of ten|in four pieces out of five].',
      baseline: '[88|95|102] of 200 right',
      measure: 'Word list each half-term and one piece of free writing',
      met: '[188|191|194] of 200 right, and the same words right in {their} stories.',
      coming: '[138|144|150] of 200 right on the list; fewer in free writing.',
      stuck: '[104|108|110] of 200 right. The words come and go; a multi-sensory way is to be tried.',
    },
  ],
  steps: [
    {
      text: '{name} will read and spell the [ten|twelve] words of each week’s [set|list] three days running.',
      baseline: '[Four|Five] of ten after a weekend',
      measure: 'Precision teaching chart',
    },
    {
      text: '{name} will [sound out and read|read at sight] words with [two syllables|“igh”, “oa” and “ure”], [18|19] of 20 right.',
      baseline: '[11|12|13] of 20',
      measure: 'Twenty cards a fortnight',
    },
    {
      text: '{name} will write [four|five] sentences on {their} own with {their} word mat, full stops in place, in [twenty|fifteen] minutes.',
      baseline: 'Two sentences with an adult',
      measure: '{lesson} book, once a week',
    },
  ],
  specified: [
    'A structured reading programme, [four|five] sessions of 20 minutes a week, one to one or in a pair.',
    'A laptop with [text read aloud|speech to text] in every lesson with more than a paragraph of writing.',
  ],
  hard: [
    'Reading out loud. [I go red.|Everyone waits.]',
    'Spelling. I know it and then it goes.',
    'When I have to copy and the board [gets wiped|moves on].',
  ],
  wants: [
    'A laptop in {lesson}.',
    'Not to be picked to read [without warning|in front of people].',
    'To write my own story about {interest}.',
  ],
  worries: [
    '{They} is bright and [has begun to think that {they} is not|calls {themself} stupid].',
    'Homework ends in tears [most weeks|when it is all writing].',
  ],
  working: [
    'Daily reading at the same time with {adult}',
    'Typing instead of handwriting',
    'Notes given out before the lesson',
  ],
  notWorking: ['Spelling tests on Fridays', 'Copying from the board'],
}

export const moderate: NeedWords = {
  described: [
    [
      '{name} is [cheerful and hard-working|a willing helper] and takes pride in [a job well done|work that {they} has finished].',
      '{name} learns [by doing|with {their} hands] and [remembers what {they} has seen and touched|likes to show others how].',
      '{name} is [kind to younger children|loyal to {their} friends] and keen on {interest}.',
    ],
    [
      '{They} needs many more repeats than others before a new [idea|skill] stays, and works at about the level of a child [two|three] years younger.',
      'New ideas need to be [seen, touched and used|broken into small steps], and [numbers|reading] above all.',
      '{They} finds it hard to use in one [lesson|place] what {they} has learned in another.',
    ],
    [
      'In {lesson} {they} [manages the first step|keeps up when the task is made smaller], and is lost when several come together.',
      '{They} [waits for an adult|looks to see what others do] rather than start, and tires by [the afternoon|the end of the lesson].',
    ],
    [
      '[Small steps, practised daily and looked back at each week|Real things to hold and count|A worked example left on the table] help most.',
      'It helps to [start with something that {they} can do|say what is the same as last time] and to [leave time to finish|praise the effort exactly].',
    ],
  ],
  sources: [
    'Educational psychologist’s assessment',
    'Teacher assessment over three terms',
    'Standardised tests and the assess, plan, do, review record',
  ],
  goals: [
    {
      text: 'By {by}, {name} will [add and take away|solve problems with] numbers to [50|100] with a method that {they} chooses {themself}, [eight times out of ten|right in four lessons of five].',
      baseline: 'To [10|20] with cubes, [five|six] of ten',
      measure: 'Ten questions each half-term',
      met: '{name} got [9|10] of ten right to [50|100] and [explained how|chose a number line without being told].',
      coming: '{name} gets [7|8] of ten to [30|50] with a number line; harder in words.',
      stuck: '{name} gets [5|6] of ten; the step to [30|50] came too soon and is being taken in two.',
    },
    {
      text: 'By {by}, {name} will begin a task within [two|three] minutes and work for [ten|fifteen] minutes without an adult, using {their} steps card.',
      baseline: 'Begins with an adult; works [three|four] minutes alone',
      measure: 'Timed once a week in {lesson}',
      met: '{name} begins within a minute and works for [15|16|18] minutes; {they} ticks the card {themself}.',
      coming:
        '{name} begins within three minutes [on most days|in four lessons of five] and works for [eight|nine] minutes.',
      stuck:
        '{name} still waits for an adult; [too many adults help|the card has too many words] and this will change.',
    },
    {
      text: 'By {by}, {name} will read [a recipe|a timetable|signs and simple instructions] and do what it says, [four times out of five|without help].',
      baseline: 'Reads [single words|short sentences] with help',
      measure: 'One task a fortnight',
      met: '{name} [made soup from a recipe card|found the right bus on a timetable] without help, twice.',
      coming: '{name} follows [three|four] steps with pictures; words alone need an adult.',
      stuck: '{name} follows two steps; reading is the hurdle and pictures will stay.',
    },
  ],
  steps: [
    {
      text: '{name} will count on from any number to [20|30|50] and tell one more and one less, [nine|eight] of ten right.',
      baseline: '[Four|Five] of ten',
      measure: 'Ten quick questions a week',
    },
    {
      text: '{name} will use {their} steps card to start [two|three] tasks a day without an adult.',
      baseline: 'None without an adult',
      measure: 'Ticks on the card',
    },
    {
      text: '{name} will tell the time to the [half|quarter] hour, and say what happens then in {their} day.',
      baseline: 'Knows the hours',
      measure: 'Five times asked in a week',
    },
  ],
  specified: [
    'Work set in small steps by {staff}, with [10|12.5] hours a week of a teaching assistant in the room, shared where this serves {them}.',
    'A daily session of 15 minutes to practise [number|words] learned before.',
  ],
  hard: [
    'When it is all words and no pictures.',
    'When everyone finishes before me.',
    'Remembering what to do after the first bit.',
  ],
  wants: [
    'More making things.',
    'To do my own work, not [baby work|the easy sheet].',
    'To help [in the garden|with the little ones].',
  ],
  worries: [
    'The gap grows every year and {they} has begun to notice.',
    'We want {them} to manage money and buses, not only tests.',
  ],
  working: ['Real things to count and measure', 'The steps card', 'Looking back each Friday at what stayed'],
  notWorking: ['Worksheets with much text', 'An adult always at {their} elbow'],
}

export const downSyndrome: NeedWords = {
  ...moderate,
  described: [
    [
      '{name} has Down syndrome, a [great sense of humour|gift for making friends] and a love of {interest}.',
      '{name}, who has Down syndrome, [learns by watching|sees at once how others do things] and [joins in with all {they} has|never gives up].',
    ],
    [
      '{They} understands more than {they} can say; [signs|signs and pictures] carry the rest.',
      'What {they} sees stays better than what {they} hears, and [short-term memory|what is only said] lets {them} down.',
    ],
    [
      'Fine work with the hands is tiring, and [glasses and a low table|a sloping board] are needed.',
      'In {lesson} {they} works [on the same topic at {their} own level|with a partner], and needs [time|a little longer] to answer.',
    ],
    [
      'Signs used by everybody in the class, [whole words before sounds|pictures beside words] and [short tasks|one thing at a time] help.',
    ],
  ],
  sources: ['Medical report, and the specialist teacher’s advice in Section B'],
}
