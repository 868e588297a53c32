/** What children and parents say, as they say and spell it. Templates of `say`. */
export const childSays = [
  ['What is going well at school?', 'i like [maths|PE|reading to the dog] and wen we do {interest}'],
  ['What is hard?', 'its to LOUD in the hall. i [cant think|want to go out] wen its loud'],
  ['What would you change?', '[less writing|more time|a quiet place at dinner]. and no surprizes'],
  ['Who and what helps you?', 'the [cards|timer|wobble cushion] and wen some one tells me befor'],
  ['What do you hope for when you are older?', 'i want a job with {interest}'],
] as const
export const parentSays = [
  'Mornings are still the worst of it. Once {they} is in school {they} is fine, but getting {them} through the door takes two of us.',
  '[{name} talks about school at tea now, which never happened before.|We were told in March that a programme would start, and we never heard if it did.]',
  'Please tell us before things change, not after. {name} needs a day’s warning.',
] as const
export const otherSays = [
  'I see a difference in {lesson} since {they} sits by the door and knows when the break is.',
  'The exercises only work if they are done most days; once a week won’t hold.',
] as const
export const parkedPoints = [
  'Who pays for the taxi when a club runs late',
  'Whether the dentist’s letter belongs in Section C',
  'The school trip in June',
] as const

/** A school's own sentences; what fits every child. */
export const phrases = [
  ['Friendships', 'Plays alongside others and is beginning to join in when the game has clear rules.'],
  ['Friendships', 'Has one steady friend, and finds larger groups hard.'],
  ['What is working', 'A quiet corner is ready before it is needed.'],
  ['What is working', 'Knows what comes next from the timetable on the desk.'],
  ['What is working', 'Adults say one thing at a time and wait.'],
  ['What is not working', 'Noise at dinner time still ends the meal early.'],
  ['What is not working', 'Homework takes far longer than it should.'],
  ['Evidence now', 'Seen in three lessons out of five, with a reminder at the start.'],
  ['Evidence now', 'Independent in familiar tasks; needs an adult nearby in new ones.'],
  ['Section F', 'Delivered by a teaching assistant trained for it, in a group of no more than four.'],
  [null, 'We agreed to look at this again after half-term.'],
  [null, 'Parents will tell us if anything changes at home.'],
] as const
