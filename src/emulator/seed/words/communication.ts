import type { NeedWords } from './needWords.ts'

export const speech: NeedWords = {
  described: [
    [
      '{name} [chats happily|talks with confidence|loves to talk] about {interest}, and [uses gesture and drawing well|finds good ways round] when a word will not come.',
      '{name} listens [best|well] [when an adult is close by|in a small group|when there is something to look at], and remembers [stories|songs|instructions] that {they} has acted out.',
      '{name} is [sociable and kind|a warm and funny companion], and will [show you|act out] what {they} means.',
    ],
    [
      '{They} understands sentences with [two|up to three] key words, and loses the thread of longer [instructions|explanations].',
      '{Their} speech is [clear to people who know {them} well|hard for new people to follow], above all [at the ends of words|in longer words|when {they} is excited].',
      '{They} finds it hard to [put events in order|explain why something happened|find the word that {they} wants], so that a [story|reason] comes out in pieces.',
      '{They} takes [about ten seconds|a good while] to [make sense of|think through] a question before {they} can answer.',
    ],
    [
      'In {lesson} {they} [often starts late|copies from a neighbour|waits to be told again] because the words went past too quickly.',
      'This shows most [in whole-class talk|when new words come in a rush|in {lesson}], where {they} may look as if {they} has understood.',
      'At {break} misunderstandings with [other children|friends] [can end in tears|sometimes leave {them} on {their} own].',
    ],
    [
      '[Short sentences, a picture and time to think|One instruction at a time, with a symbol|Key words taught before the lesson] make a clear difference.',
      'It helps to [say {their} name first|check what {they} has understood|ask {them} to say it back] and to [wait|allow thinking time].',
    ],
  ],
  sources: [
    'Speech and language therapist’s report',
    'WellComm screening in school and teacher’s observation',
    'NHS speech and language assessment, section 3',
  ],
  goals: [
    {
      text: 'By {by}, {name} will follow instructions with [three|four] parts in {lesson} [without an adult repeating them|after hearing them once], in four lessons out of five.',
      baseline: 'Follows two-part instructions in [two|three] lessons out of five',
      measure: 'Class teacher’s tally over one week each half-term',
      met: '{name} followed three-part instructions in [19|20|22] of 25 [observed lessons|checks], [without a repeat|with no picture prompt].',
      coming:
        '{name} now manages [three parts when there is a picture|two parts without help and three with a gesture]; [14|15|16] of 25 this half-term, up from [8|9|10].',
      stuck:
        '{name} still relies on a repeat in most lessons: [7|8|9] of 25, [much as|about the same as] in the autumn. [A hearing check has been asked for.|The room has been noisy this term.]',
    },
    {
      text: 'By {by}, {name} will retell [an event|a story] in the right order with who, where, what happened and how it ended, so that a person who was not there can follow it.',
      baseline: 'Names who and where; leaves out the ending [three|four] times in five',
      measure: 'Narrative checklist, five stories a term',
      met: '{name} told five stories with all four parts, one of them [in assembly|to a visitor].',
      coming:
        '{name} gives who, where and what happened [in four of five stories|most times]; the ending still needs a prompt.',
      stuck:
        '{name} [prefers to answer questions about a story|tells the part that {they} likes best] and seldom goes on to the end.',
    },
    {
      text: 'By {by}, {name} will use {their} [talking strategies|repair phrases] (“say it again please”, “I don’t know that word”) to let an adult know when {they} has not understood, at least [twice a day|once a lesson].',
      baseline: 'Stays silent or guesses when {they} has not understood',
      measure: 'Tally by adults in [three|four] lessons a week',
      met: '{name} asked for help in {their} own words [11|12|14] times in one week, in [four|five] different lessons.',
      coming:
        '{name} asks in small groups, and [has begun to|will with a nod] do so in class: [5|6|7] times last week.',
      stuck: '{name} uses the cards [with one adult only|when reminded]; on {their} own not yet.',
    },
    {
      text: 'By {by}, {name}’s speech will be understood by [adults and children who do not know {them} well|a new listener] in [four sentences out of five|most of what {they} says].',
      baseline: 'A new listener understands about half',
      measure: 'Twenty sentences recorded once a term with the therapist',
      met: 'A visiting teacher understood [17|18] of 20 sentences.',
      coming: '[12|13|14] of 20 sentences were clear to a new listener; endings of words are coming.',
      stuck:
        '[9|10] of 20 sentences were clear, as in the autumn; blocks of therapy were interrupted by [illness|a change of therapist].',
    },
  ],
  steps: [
    {
      text: '{name} will [use|understand and use] the [eight|ten] topic words of each unit in a sentence of {their} own.',
      baseline: 'Uses [two|three] of ten unprompted',
      measure: 'Word check at the start and end of the unit',
    },
    {
      text: '{name} will follow a two-part instruction in {lesson} the first time, on [three|four] days a week.',
      baseline: 'Needs each part said twice',
      measure: 'Tally on the desk card',
    },
    {
      text: '{name} will [answer|tell us the answer to] “why” questions about a picture with a reason, [four|three] times out of five.',
      baseline: 'Answers “because” without a reason',
      measure: 'Five pictures a fortnight with {adult}',
    },
  ],
  specified: [
    'A programme written by the speech and language therapist, delivered [three|four] times a week by a trained teaching assistant and updated every half-term.',
    'Words of each topic taught before the lesson, [twice|three times] a week, in a group of no more than four.',
  ],
  hard: [
    'When people talk too fast [and I can’t stop them|and I lose the words].',
    'When I know it in my head but [the word won’t come out|I can’t say it right].',
    'Saying things in front of everyone.',
  ],
  wants: [
    'I want people to wait [for me|till I have finished].',
    'More pictures in {lesson}.',
    'To do my talking work with [a friend|somebody from my class].',
  ],
  worries: [
    'People think {they} is not listening when {they} has not understood.',
    'We worry that {they} will stop trying to join in when friends cannot follow {them}.',
  ],
  working: [
    'Words taught before a topic, with a picture {name} draws {themself}',
    'Asking {them} to say back what {they} has to do',
    'The same adult for talking work all year',
  ],
  notWorking: ['Long explanations [from the front|on the carpet]', 'Talk partners who change each week'],
}

export const autism: NeedWords = {
  described: [
    [
      '{name} knows an astonishing amount about {interest} and [loves to share it|will talk about it with anyone who asks].',
      '{name} is [honest, exact and thoughtful|gentle and funny], with a [fine memory|sharp eye] for [detail|pattern|facts].',
      '{name} works [with great care|for long stretches] when {they} knows [what comes next|what is wanted and when it ends].',
    ],
    [
      '{They} is autistic. Changes to [the day|the room|who is teaching], even [small|happy] ones, take a great deal of {their} energy.',
      '{They} is autistic, and takes words [literally|exactly as they are said], so that [jokes|hints|tone of voice] can be puzzling.',
      '{They} is autistic. Noise, [strip lights|the dinner hall|crowded corridors] and [unexpected touch|strong smells] wear {them} out.',
    ],
    [
      'By the afternoon {they} may [go quiet and stop working|leave the room|hide under a hood], which is tiredness and not refusal.',
      'Working with [others|more than one partner] is hard because people [do not keep to the plan|say one thing and mean another].',
      'At {break} {they} [walks the edge of the playground|prefers the library|looks for an adult to talk to], though {they} says that {they} would like a friend.',
      'When it is too much {they} [covers {their} ears|repeats a question|needs to get out], and needs [ten minutes|time] without talk.',
    ],
    [
      '[A visual timetable and warning of any change|A plan for the day with an end to it|Saying what will happen instead of what will not] keeps most days calm.',
      'It helps to [offer two choices|use {their} interest as a way in|show an example of the finished work] and to [keep words few when {they} is upset|let {them} use {base}].',
    ],
  ],
  sources: [
    'Child development centre’s diagnosis letter and the plan’s Section B',
    'Autism outreach team’s visit and parents’ account',
    'Educational psychologist’s advice',
  ],
  goals: [
    {
      text: 'By {by}, {name} will move from one activity to the next within [three|five] minutes of the warning, using {their} timetable, on [four days out of five|nine occasions out of ten].',
      baseline: 'Moves on time about [four|five] times in ten',
      measure: 'Adult’s tally in one week each half-term',
      met: '{name} moved on time [46|47|48] times of 50 and now [ticks {their} own timetable|reminds others].',
      coming:
        '{name} moved on time [34|36|37] times of 50, up from [22|24|25]; the change after lunch is still the hardest.',
      stuck:
        '{name} moved on time [22|23|26] times of 50. [Two supply weeks|A change of room] made this term a hard one.',
    },
    {
      text: 'By {by}, {name} will use one of {their} calming strategies [without being told|at the first sign of stress] and be back at work within ten minutes, [four times out of five|in most cases].',
      baseline: 'Uses a strategy when led by an adult; back at work after about [25|30] minutes',
      measure: 'Log in {base}',
      met: 'In the last half-term {name} chose a strategy on {their} own [14 of 16|17 of 19] times, back within [six|eight] minutes.',
      coming:
        '{name} goes to {base} when shown {their} card, and back after about [12|14|15] minutes; [three|four] times on {their} own.',
      stuck:
        '{name} still needs an adult to lead {them} out; [longer days away after the summer|a noisy term next door] did not help.',
    },
    {
      text: 'By {by}, {name} will take part in a [game|task] with [two|three] others for [ten|fifteen] minutes, taking turns and [changing plan once|asking a question], twice a week.',
      baseline: 'Plays beside others; leaves after [three|four] minutes',
      measure: 'Observation once a fortnight',
      met: '{name} built [a bridge|a town] with three others over [15|20] minutes, [asked for ideas|gave way once] and wanted to go on.',
      coming:
        '{name} stays for [seven|eight] minutes when roles are written down, and now asks [one|two] questions of others.',
      stuck:
        '{name} finds the group hard this term and [prefers one partner|leaves when others change the rules].',
    },
    {
      text: 'By {by}, {name} will say or show how {they} feels with {their} [five-point scale|colour card], [three times|twice] a day, so that adults can help early.',
      baseline: 'Says “fine” at all times',
      measure: 'Scale kept by {name} and {adult}',
      met: '{name} marked the scale three times a day for [five|six] weeks and adults’ view agreed [nine times in ten|nearly always].',
      coming:
        '{name} marks it in the morning and after {break}; [it tends to be a 1 or a 5|middle numbers are coming].',
      stuck:
        '{name} [tore up the paper scale|does not like the paper scale]; a version about {interest} is being tried.',
    },
  ],
  steps: [
    {
      text: '{name} will check {their} timetable [on arrival|at the start of each lesson] and tell {adult} about one change calmly.',
      baseline: 'Asks [ten or more|many] times what is next',
      measure: 'Count of questions on two mornings a week',
    },
    {
      text: '{name} will ask for a break with {their} card before leaving the room, [four times out of five|on most days].',
      baseline: 'Leaves without the card [twice|three times] a week',
      measure: 'Log by {adult}',
    },
    {
      text: '{name} will join [one activity|a game] at {break} with [a named partner|one other] for ten minutes, twice a week.',
      baseline: 'Spends {break} with an adult',
      measure: 'Note by the supervisor',
    },
  ],
  specified: [
    'Support from an adult trained in autism for [10|12.5|15] hours a week in class, fading as independence grows.',
    'A visual timetable each day, and warning of any change at least [one lesson|an hour] before.',
    'A quiet place to go to at any time, with an adult who knows {their} plan.',
  ],
  hard: [
    'When it is loud [and nobody sees it is loud|and I have to stay].',
    'When they change the plan and don’t say [why|before].',
    'Groups. People [don’t stick to the rules|all talk at once].',
  ],
  wants: [
    'To know about changes [the day before|before they happen].',
    'To sit [by the door|at the end of the row].',
    'Time for {interest} when my work is done.',
  ],
  worries: [
    '{They} holds it together at school and [it all comes out at home|is exhausted by four o’clock].',
    'We worry about the move to a bigger place and who will [know {them} there|notice when it is too much].',
  ],
  working: [
    'The plan for the day on {their} desk',
    'Starting the day in {base} with a known adult',
    'Choosing between two tasks',
  ],
  notWorking: ['Supply teachers who have not read the profile', 'Assemblies without a way out'],
}
