/** What a plan of the school says. Templates of `say`. */
export const concerns = [
  '{name} [works hard and tires early|waits for others to begin] in {lesson}, and [little is written down|the gap to others has grown since the summer].',
  '[{parent} told us that homework ends in tears.|{name} asked for help with {lesson}.] In class {they} [looks at what others do|needs each step said again].',
  'At {break} {name} is [often alone|quick to feel left out], and the next lesson starts late for {them}.',
] as const
export const teacherFindings = [
  'Works [about a year|a little more than a year] behind classmates in {lesson}. [A catch-up group in the spring helped a little.|Seating and a word mat were tried first, with small gains.]',
  'Talks well about {lesson} and loses the thread on paper. [Progress since July is slower than before.|Marks fell in two of the last three pieces.]',
] as const
export const results = [
  'Reading test in September: standard score [78|82|84|86]. Hearing was checked in the spring and is fine.',
  'Screening in [September|January] pointed to [working memory|word finding]. No earlier outside advice.',
  '',
] as const
export const strengths = [
  'Knows a great deal about {interest} and explains it well. [Kind to younger children.|Remembers what {they} has seen.]',
  '[Keeps at a task once it is clear.|Good with {their} hands.] Likes to be given a job.',
] as const
export const barriers = [
  'Holding several steps in mind; [noise|being rushed] makes it worse.',
  'Finding the words in time; {they} then [says nothing|says that {they} doesn’t care].',
  'Starting alone, and asking for help [in front of others|when it is needed].',
] as const
export const adjustments = [
  'One instruction at a time, with a [picture|written line] beside it. {name} says back what {they} will do first. Five minutes of warning before a change.',
  'Seat near the front, away from the door. Notes instead of copying. Answers by talk or typing where writing isn’t the point.',
  'A calm start at the door with {adult}. A card for a short break, used without asking aloud. Praise in private.',
] as const
export const parentParts = [
  'Reads [five|ten] minutes with {name} on [four|most] evenings, with the book from the bag.',
  'Tells us by message when a night or a morning was hard.',
  '',
] as const
export const given = [
  '[Most|Nine in ten] sessions were held. [Two fell out for the trip and were not made up.|One week was lost when {adult} was away.]',
  'Held as planned until half-term, [twice a week instead of three times|in a larger group] since.',
] as const
export const changes = [
  '{name} now [begins within a minute or two|puts up a hand when stuck] in most {lesson} lessons. [Spelling has moved little.|Home says that evenings are calmer.]',
  'Steady in the group; less sure in whole-class {lesson}. {They} says that the [card|list] helps.',
] as const
export const evidence = {
  achieved: '[Reached in four weeks of five|Reached; seen by three teachers without a prompt].',
  good: '[Seven|Eight] of ten, from [three|four] at the start.',
  some: '[Five|Four] of ten; [better in the morning|needs a reminder to begin].',
  little: '[As at the start|One step on]; the [steps were too big|group met too seldom].',
} as const
export const childAtReview = [
  'the cards is good. i dont like going out of [PE|art] for it',
  'its [a bit easier|ok]. can i do it with {adult} agen',
] as const
export const parentAtReview = [
  'I can see {they} is trying. Could we have the words a week before, so we can go over them.',
  'Better than last year. I would like to know sooner when something is missed.',
] as const
export const talks = [
  'Talked with {parent} about {name}’s targets. {parent} [is pleased with {lesson}|worries about the move next year]. We agreed to [send the word list home|speak again before half-term].',
  'Met {parent} after school. Looked at {name}’s work since [September|the last talk] and what helps at home.',
] as const
