/** What people say and write around a review. Templates of `say`. */
export const interests = [
  'the Titanic',
  'hens',
  'Minecraft',
  'swimming',
  'steam engines',
  'drawing comics',
  'football',
  'her dog',
  'baking',
  'the weather',
  'dinosaurs',
  'wheelchair basketball',
  'K-pop',
  'fishing',
  'maps',
  'Pokémon',
  'gardening',
  'cricket',
  'space',
  'dancing',
  'sharks',
  'old buses',
  'bracelet making',
  'birds',
  'tractors',
  'the Romans',
  'chess',
  'slime',
  'horses',
  'flags of the world',
  'drumming',
].map((interest) => interest.replace('her dog', 'the family dog'))

export const childViewsHow = [
  '[Drawing and talking|A talk on a walk] with {adult}, [two|three] weeks before the meeting',
  'Talking mats with {adult}; {name} chose the pictures',
  '{name} filled in the questions {themself} and read them out',
  'A short film that {name} made with {adult}',
]
export const childGoingWell = [
  'I like {lesson} [now|when we do experiments|when it is quiet]. {adult} helps me [start|when I am stuck].',
  'I have [two|three] friends. We [talk about {interest} at {break}|sit together at lunch|have a joke that nobody else gets].',
  'I can [read on my own now|stay in class more|tell people when I need a break]. I am proud of that.',
  '[My best day was when|I was happy when] we [made bread|built the bridge|went to the farm|did the play]. I [showed everybody|didn’t need help].',
  '{base} is [calm|my favourite place]. I go there [when I need it|before lunch] and then I can [go back|do my work].',
]
export const childAspirations = [
  'I want to work with [animals|engines|little children].',
  'I want to be [a chef|a vet|a bus driver|a games designer|on television].',
  'I want to [live near my mum|have a house with a dog|go to the same school as my sister].',
]
export const childTookPart = [
  '{name} came for the first [ten|fifteen] minutes, told us {their} views and [chose the biscuits|showed {their} work]',
  '{name} chose not to come; {adult} read out {their} words',
  '{name} was there throughout and [spoke to each point|asked two questions]',
]
export const parentViewsHow = [
  '[Telephone call|Meeting] with {parent}',
  'Form filled in by {parent}, and a talk at the gate',
  '{parent} spoke at the meeting',
]
export const parentGoingWell = [
  '{name} [comes in happily|talks about school at home] and [has been asked to a party|has a friend to tea]. {They} [reads to us|shows us {their} work].',
  '{They} is calmer in the mornings and [sleeps better|gets dressed without a battle]. The messages from {adult} help.',
  'We have seen {them} grow in confidence; {they} [ordered for {themself} in a café|went on the residential].',
]
export const parentWants = [
  'The same adults next year, and to hear [once a week|on Fridays] how it goes.',
  'What works at school written down so that we can do it at home.',
  'Help with [the move|homework|mornings], and to know whom to ring.',
]
export const parentAspirations = [
  'That {they} is happy, has friends and finds work that {they} likes.',
  'That {they} can live {their} own life with as little help as {they} needs.',
  'That people see what {they} can do first.',
]
export const parentQuestions = [
  'Who will {their} key adult be next year?',
  'May {they} have extra time in tests?',
  'What happens if we move house?',
  '',
]
export const attainment = [
  'Reading: standard score [81|84|87|92] (last year [76|79|83|88]). Writing: [working towards|at] the expected standard for [Year {below}|{their} year]. Mathematics: [secure to|working within] Year {below}.',
  'Teacher assessment: reading [Year {below}, secure|a year behind {their} class], mathematics [close to the class|two terms behind], writing [the hardest|coming slowly]. {lesson}: a real strength.',
]
export const attendanceComment = [
  'Attendance is [good|better than last year]; absences were [hospital appointments|a week of flu].',
  'Attendance fell in [January|the spring] and is being worked on with the family, with a softer start to Mondays.',
]
export const healthUpdate = [
  'No change. The [paediatrician|consultant] sees {name} [once a year|every six months].',
  'A new [prescription|care plan] since [the spring|September]; school staff [have been told|were trained by the nurse].',
]
export const socialCareUpdate = [
  'No social care needs at present.',
  'The family has a short-breaks worker, [two|four] hours [on Saturdays|a fortnight], and this goes well.',
]
export const placementComment = [
  '{name} belongs here, is known by everybody and makes progress. All present agreed.',
  'The school can meet {their} needs with the support in the plan. {parent} agreed.',
]
export const placementPreference = [
  '{parent} has visited [two|three] schools and prefers {next}. {name} liked [the library|the calm corridors|the animals].',
  '{name} and {parent} would like {next}; a taster day is booked and {their} profile will go ahead of {them}.',
]
export const transport = [
  '{name} walks with {parent}.',
  'Taxi with a passenger assistant, paid by the authority; no change asked for.',
  'Travel training on the [52|17] bus has begun.',
]
export const equipment = [
  'Laptop with text read aloud; 25% extra time and a separate room in tests.',
  '[Ear defenders, a wobble cushion|Weighted lap pad, timer] and {base}. Nothing new needed.',
  'Coloured overlay, word mats, a reader in tests.',
]
export const adulthood = {
  work: [
    '{name} would like [work experience at the garden centre|a taster week in the motor vehicle workshop|to study art at college]. The careers adviser will see {them} [in {their} next term|before Easter|with {parent}].',
  ],
  living: [
    '{name} [cooks twice a week at home|can use a cash card] and would like to [travel alone|learn to plan a week’s meals].',
  ],
  community: [
    '{name} goes to [Scouts|a youth club|an inclusive football team] and would like [friends to meet outside school|to join a drama group].',
  ],
  health: [
    '{name} knows [what {their} medicine is for|how much sleep {they} needs]. A yearly health check from 14 was explained.',
  ],
  destination: [
    '[A-levels in school|Northmoor College, level 2|A supported internship|A traineeship with horticulture]',
  ],
  referrals: [
    'Careers adviser: booked. Adult social care: [not needed|referral at 17]. Mental capacity: [no concern|decisions to be supported].',
  ],
}
export const recommendationReasons = {
  maintain: [
    'The outcomes still fit, the provision is delivered and {name} makes progress towards [three|most] of them.',
    'All present agreed that the plan describes {name} well and works. New steps for the year were set.',
  ],
  amend: [
    'Section B no longer describes {name} as {they} is now, and [two outcomes are|one outcome is] met. Section F should say how support lessens as independence grows.',
    'The plan was written [for a younger child|two years ago]; outcomes for the next phase are needed and the therapist’s new advice should go into Section F.',
  ],
  cease: [
    '{name} has met {their} outcomes and no longer needs provision beyond what the school makes for all. {parent} agrees.',
  ],
} as const
export const sectionChanges = {
  A: [
    '{name} is now [interested in|keen on] {interest} and would like to [{ambition}|work with animals].',
    '{name} asked that the plan says what {they} is good at first: [making people laugh|drawing|remembering facts].',
  ],
  B: [
    '{name} now [reads on {their} own|speaks in sentences|tells adults when {they} needs a break]; the description of [2023|two years ago] should be replaced by the school’s advice, page 2.',
  ],
  E: [
    'By {by}, {name} will [plan and write a page|follow a lesson|take part in a group of four] without an adult beside {them}, four times out of five.',
  ],
  F: [
    'Support of [12|15] hours a week, of which [three|four] to prepare and review with {name}; a programme from the therapist [three|four] times a week for 20 minutes, reviewed each term.',
  ],
  I: ['{next} from September {transferYear}.'],
} as const
export const actions = [
  'Send {name}’s new [profile|one-page profile] to all who teach {them}',
  'Ask the therapist to [update the programme|visit before half-term]',
  'Order [a slanted desk|a second charger|a set of readers at the right level] for {name}',
  'Ring {parent} after [three|two] weeks to hear how [mornings|homework|the new plan] goes',
  'Arrange a visit to {next} with {name}',
  'Refer to the [occupational therapist|educational psychologist|school nurse] about [sleep|handwriting|noise]',
  'Write down the [calming plan|signs to watch for] with {name} and share it with supervisors',
  'Move {name}’s reading time to the morning',
  'Apply for [extra time and a reader|access arrangements]',
  'Train the new teaching assistant in {name}’s [programme|communication aids]',
]
export const schoolActions = [
  'Talk with {name} about what helps in {lesson}',
  'Review {name}’s targets with {parent}',
  'Check that {name} [has|still has] [a word mat|a timer|a seat near the front] in {lesson}',
  'Ask for [the hearing check|last year’s reading scores] for {name}',
]
export const differences = [
  '{parent} would like more hours of [speech and language therapy|one-to-one support] than the school recommends: “{They} makes most progress when it is just the two of them.”',
  'The [class teacher|form tutor] would keep the outcome on [writing|friendships]; {parent} feels that it is met.',
]
export const delivered = [
  '[88|91|94|96]% of sessions held',
  'As specified',
  '[31|33|35] of 38 weeks; the others lost to staff absence',
  '[Half|Two thirds] of the sessions until the new assistant began',
]
export const provisionChange = [
  'Move the session to the morning',
  'Lessen to [three|two] times a week from January',
  'A second adult to be trained so that absence does not stop it',
  '',
]
export const allocationNotes = [
  'Not on [Tuesdays|Thursdays], when {name} swims.',
  'Sits nearest the door.',
  '{name} chose the partner.',
  'Bring {their} own headphones.',
  '',
  '',
  '',
  '',
]
export const working = [
  'A calm start with a known adult',
  'Clear steps on a card',
  'Work on a topic that {they} likes',
  'Home and school writing to each other once a week',
]
export const notWorking = [
  'Last-minute changes',
  'Homework that {they} has to copy down',
  'Changing for PE in a crowd',
]
