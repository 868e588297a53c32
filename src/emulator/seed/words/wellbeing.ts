import type { NeedWords } from './needWords.ts'

export const wellbeing: NeedWords = {
  described: [
    [
      '{name} is [loyal, funny and fair|brave and caring], and is at {their} best [when trusted with a job|outdoors|with younger children].',
      '{name} [notices how others feel|stands up for friends] and can talk about {interest} for a long time.',
      '{name} [wants to do well|cares deeply about getting it right], and responds to [warmth and humour|adults who keep their word].',
    ],
    [
      'Worry [comes before work does|builds up over the morning], and then [a small thing|a correction|a lost pencil] is too much.',
      'When {they} feels [unsafe or shown up|left out], {they} [runs|shouts|shuts down], and afterwards is [sorry and worn out|ashamed].',
      'Losses and changes at home have left {them} [watchful|slow to trust]; {they} needs to know where {their} adults are.',
      '{They} finds it hard to [sit still and attend|keep {their} mind on one thing] for more than [five|eight] minutes, though {they} tries.',
    ],
    [
      '{They} misses about [one lesson|two lessons] a week, most often [{lesson}|after {break}].',
      'Friendships are [quickly made and quickly broken|few and matter very much].',
      '{They} would rather be [in trouble|sent out] than seen to get it wrong.',
    ],
    [
      '[A check-in with one adult each morning|A way to leave without a fuss|A job to start the day] makes most days go well.',
      'It helps to [name the feeling before the rule|speak quietly and from the side|give {them} a way back] and to [notice what goes right|start each lesson fresh].',
    ],
  ],
  sources: [
    'Boxall profile and pastoral record',
    'Strengths and difficulties questionnaire by home, school and {name}',
    'Child and adolescent mental health service’s letter',
    'Educational psychologist’s advice',
  ],
  goals: [
    {
      text: 'By {by}, {name} will stay in [lessons|class] for [23 of 25|24 of 25] lessons a week, using {their} time-out card when {they} needs it and coming back within [five|ten] minutes.',
      baseline: 'In class for [17|18|19] of 25 lessons',
      measure: 'Register of lessons, each week',
      met: '{name} was in class for [24|25] of 25 lessons in [five|six] weeks of the last seven.',
      coming:
        '{name} was in class for [21|22] of 25 lessons on average; {break} on Fridays is still the weak point.',
      stuck:
        '{name} was in class for [18|19] of 25 lessons. [A hard term at home|A change of key adult] explains much of it.',
    },
    {
      text: 'By {by}, {name} will name what {they} feels and choose something that helps, before it comes to a crisis, in [four times out of five|most cases].',
      baseline: 'After a crisis, with an adult; [three|four] crises a week',
      measure: 'Log kept by {adult}; SDQ in the autumn and summer',
      met: 'No crisis in [six|seven] weeks; {name} told {adult} “I’m at a four” [nine|eleven] times and chose a walk.',
      coming:
        '[One crisis a week|Three crises in a month] instead of [three|four] a week; {name} can name it, choosing comes next.',
      stuck: 'Still [two|three] a week. {name} can talk about it well the day after, not at the time.',
    },
    {
      text: 'By {by}, {name} will have [two|three] friends with whom {they} spends {break}, and will put a quarrel right within a day with [no|little] help from an adult.',
      baseline: 'Quarrels at [three|four] {breaks} a week',
      measure: 'Supervisors’ notes; {name}’s own friendship map each term',
      met: '{name} has [two|three] steady friends and one quarrel this half-term, mended the same day by a note {they} wrote.',
      coming: '{name} has one steady friend; quarrels once a week, mended with an adult’s help.',
      stuck: '{name} spends most {breaks} near adults; friends are wary. A circle of friends will begin.',
    },
    {
      text: 'By {by}, {name} will work on a task that {they} finds hard for [ten|fifteen] minutes before asking to stop, in [four lessons out of five|most lessons].',
      baseline: 'Stops after [two|three] minutes or tears the page',
      measure: 'Timed twice a week',
      met: '{name} worked for [15|17] minutes on [fractions|a first draft] and asked for a harder one.',
      coming: '{name} works for [seven|eight|nine] minutes, longer with a friend beside {them}.',
      stuck: '{name} works for [three|four] minutes; the work may still be too hard and will be looked at.',
    },
  ],
  steps: [
    {
      text: '{name} will check in with {adult} each morning and mark how {they} feels, [four|five] days a week.',
      baseline: '[One day|Two days] a week',
      measure: 'Check-in sheet',
    },
    {
      text: '{name} will use {their} time-out card instead of [leaving|shouting out], [four times out of five|on most days].',
      baseline: 'One time in [five|four]',
      measure: 'Tally by lesson',
    },
    {
      text: '{name} will start {their} work within [three|five] minutes in {lesson}, [three|four] days a week.',
      baseline: 'One day a week',
      measure: 'Teacher’s note at the end of the lesson',
    },
  ],
  specified: [
    'A key adult who meets {name} [each morning and each afternoon|at the start of every day] for 15 minutes.',
    'An hour a week of [emotional literacy support|counselling in school] with a trained person.',
  ],
  hard: [
    'When people look at me [when I get it wrong|when I am upset].',
    'Supply days.',
    'Keeping calm when someone starts on me.',
  ],
  wants: [
    '{adult} to be there [in the morning|on Mondays].',
    'To go to {base} without having to explain.',
    'More {interest}.',
  ],
  worries: [
    '{They} does not sleep before school days.',
    'We want to hear about good days too, not only the phone call.',
  ],
  working: [
    'The morning check-in',
    'Jobs that matter: [the hens|the library|setting up the hall]',
    'A fresh start each lesson',
  ],
  notWorking: ['Public praise and public telling-off', 'Changes of adult without warning'],
}
