import type { TextKind } from '../../src/domain/wording/types.ts'

/**
 * Made-up sentences in the manner of plans and minutes, with what a careful reader would want marked. Written before the
 * checker had been run on any sentence, and left as they are: the figures in docs/wording.md are of this set.
 * `amounts` and `smart` name the parts that are missing.
 */
export type Blind = readonly [kind: TextKind, text: string, expected: readonly string[]]

export const blindSet: readonly Blind[] = [
  // Provision as it should be.
  [
    'provision',
    'Amira will receive three 20-minute sessions of Colourful Semantics each week, one to one, delivered by a teaching assistant trained by the speech and language therapist.',
    [],
  ],
  [
    'provision',
    'Daily 15 minute phonics session (Little Wandle catch-up) with a HLTA in a group of no more than three pupils.',
    [],
  ],
  [
    'provision',
    'A speech and language therapist will work with Leo individually for 45 minutes once a fortnight during term time on his expressive language targets.',
    [],
  ],
  [
    'provision',
    'A qualified teacher of the deaf will teach Maya 1:1 for one hour every week, working on listening skills.',
    [],
  ],
  [
    'provision',
    'Twice a week for 30 minutes an ELSA will run an emotional literacy group of four pupils including Jack.',
    [],
  ],
  [
    'provision',
    'Full-time 1:1 support from a teaching assistant experienced in autism for communication and sensory regulation, 32.5 hours a week including breaks and lunchtimes.',
    [],
  ],
  ['provision', '6 x 1 hour sessions of individual occupational therapy per term from a qualified OT.', []],
  [
    'provision',
    'The class teacher will give Oliver a five-minute pre-teaching session, individually, before every maths lesson.',
    [],
  ],
  ['provision', 'A writing slope will be used for all written work.', []],
  ['provision', 'Visual timetable on his desk, in use throughout the school day.', []],
  ['provision', 'The physiotherapist will review the standing programme every half term.', []],
  [
    'provision',
    'Social skills group (Lego Therapy), 40 minutes every Tuesday, maximum of 3 peers, led by Mrs Osei, HLTA.',
    [],
  ],
  ['provision', 'Precision teaching for ten minutes a day, 1-1, by a TA.', []],
  ['provision', 'Noise-reducing headphones available at all times in every classroom.', []],
  [
    'provision',
    'Touch typing: 4 sessions of 15 minutes weekly, in a pair, supervised by the learning mentor.',
    [],
  ],
  [
    'provision',
    'A teaching assistant will support one-to-one in English and maths lessons, 10 hours per week, using task boards and chunked instructions.',
    [],
  ],
  [
    'provision',
    'Sensory circuit of 20 minutes each morning in a group of up to six children led by a TA trained by an occupational therapist.',
    [],
  ],
  [
    'provision',
    'Weekly hydrotherapy lasting half an hour with two adults: a physiotherapist and a trained TA, one to one.',
    [],
  ],
  ['provision', 'Counselling by a qualified counsellor, 50 minutes weekly, one-to-one, for 12 weeks.', []],
  [
    'provision',
    'A teacher with a specialist dyslexia qualification will deliver two hours of individual tuition per week in reading and spelling.',
    [],
  ],
  // Provision as it should not be.
  [
    'provision',
    'Amira will have regular access to a quiet space.',
    ['often', 'access', 'amounts(frequency)'],
  ],
  [
    'provision',
    'Opportunities for small group work as appropriate.',
    ['opportunity', 'smallGroup', 'discretion', 'amounts(type frequency duration who group)'],
  ],
  ['provision', 'Support with transitions.', ['support', 'amounts(frequency duration who group)']],
  [
    'provision',
    'Leo would benefit from speech and language therapy.',
    ['benefit', 'amounts(frequency duration who group)'],
  ],
  [
    'provision',
    'Up to 15 hours a week of support from a teaching assistant.',
    ['ceiling', 'amounts(type group)'],
  ],
  [
    'provision',
    'Input from the educational psychologist as required.',
    ['input', 'discretion', 'amounts(type frequency duration group)'],
  ],
  [
    'provision',
    'Staff will encourage Maya to take part in group discussions.',
    ['encouraged', 'amounts(frequency duration who group)'],
  ],
  ['provision', 'Ongoing monitoring by the SENCO.', ['ongoing', 'amounts(frequency)']],
  ['provision', 'A high level of adult support throughout the day.', ['support', 'amounts(type who group)']],
  [
    'provision',
    'Access to a range of strategies to support emotional regulation, where necessary.',
    ['access', 'amount', 'discretion', 'amounts(frequency duration who group)'],
  ],
  ['provision', 'Daily reading intervention with an adult.', ['who', 'amounts(duration who group)']],
  ['provision', 'Movement breaks when needed.', ['discretion', 'amounts(frequency duration who group)']],
  ['provision', 'Speech and language therapy once a term.', ['amounts(duration who group)']],
  [
    'provision',
    'A differentiated curriculum delivered through quality first teaching.',
    ['ordinary', 'ordinary', 'amounts(frequency duration who group)'],
  ],
  [
    'provision',
    'It is recommended that Jack has a laptop for longer pieces of writing.',
    ['benefit', 'amounts(frequency)'],
  ],
  ['provision', '3 x 20 minutes of maths support.', ['amounts(frequency who group)']],
  [
    'provision',
    'Social stories, comic strip conversations, etc.',
    ['open', 'amounts(frequency duration who group)'],
  ],
  [
    'provision',
    'The school may provide mentoring if funding allows.',
    ['may', 'discretion', 'amounts(frequency duration who group)'],
  ],
  [
    'provision',
    'Frequent check-ins with a familiar adult at key times of the day.',
    ['often', 'who', 'often', 'amounts(frequency duration who group)'],
  ],
  ['provision', 'Weekly 30 minute social skills group.', ['amounts(who group)']],
  [
    'provision',
    'He should receive continued support from outside agencies in line with need.',
    ['may', 'ongoing', 'discretion', 'amounts(type frequency duration who group)'],
  ],
  [
    'provision',
    'Suitably trained staff will deliver a personalised programme.',
    ['who', 'amounts(frequency duration who group)'],
  ],
  ['provision', 'Literacy intervention 4 times weekly in a group of four.', ['amounts(duration who)']],
  [
    'provision',
    'Regular liaison between home and school.',
    ['often', 'input', 'amounts(frequency duration who group)'],
  ],
  [
    'provision',
    'Additional time to process information.',
    ['amount', 'amounts(frequency duration who group)'],
  ],
  ['provision', 'Teaching of handwriting for 10 minutes.', ['amounts(frequency who group)']],
  [
    'provision',
    'Amira will be supported to develop friendships in the playground.',
    ['encouraged', 'amounts(frequency duration who group)'],
  ],
  [
    'provision',
    'Behaviour support, flexible according to need.',
    ['open', 'discretion', 'amounts(frequency duration who group)'],
  ],
  [
    'provision',
    'Therapy will be provided at the discretion of the therapist.',
    ['discretion', 'amounts(frequency duration group)'],
  ],
  ['provision', 'A TA in the classroom.', ['amounts(type frequency duration group)']],
  ['change', 'Increase from two to three sessions a week', []],
  ['change', 'Replace with regular check-ins as and when needed', ['often', 'discretion']],
  ['change', 'No change', []],
  ['change', 'Reduce to up to 5 hours', ['ceiling']],
  // Not marked: other meanings, own words, the child's own doing.
  [
    'provision',
    'Mum said: “He needs regular breaks and access to a quiet room, as appropriate.” Two 10-minute movement breaks each morning, one to one with the TA.',
    [],
  ],
  [
    'provision',
    'Two 30-minute lessons a week on regular and irregular verbs, one to one, with a specialist teacher.',
    [],
  ],
  [
    'provision',
    'Handwriting practice, 15 minutes daily in a pair with the TA, up to date programme: Speed Up.',
    [],
  ],
  [
    'provision',
    'A ramp and widened doors so that she can gain access to the building; checked daily by the site manager.',
    [],
  ],
  // Outcomes.
  [
    'outcome',
    'By July 2027 Amira will follow three-part instructions in class on 4 out of 5 occasions, from one-part now.',
    [],
  ],
  ['outcome', 'By the end of Year 6 Leo will read aloud at 90 words a minute, from 52 now.', []],
  [
    'outcome',
    'Maya will travel to college by bus by herself on three days a week by June 2028; at present she travels by taxi.',
    [],
  ],
  ['outcome', 'Jack will have access to a laptop.', ['outcome.provision', 'smart(measure start date)']],
  [
    'outcome',
    'Amira will receive speech therapy weekly.',
    ['outcome.provision', 'smart(measure start date)'],
  ],
  ['outcome', 'To improve his social skills.', ['outcome.unmeasured', 'smart(measure start date)']],
  ['outcome', 'Leo will feel more confident.', ['outcome.unmeasured', 'smart(measure start date)']],
  [
    'outcome',
    'By the end of Key Stage 2 Oliver will have made good progress in reading.',
    ['outcome.unmeasured', 'smart(measure start)'],
  ],
  [
    'outcome',
    'Maya will be supported to develop her independence.',
    ['outcome.provision', 'outcome.unmeasured', 'smart(measure start date)'],
  ],
  [
    'outcome',
    'By Easter 2027 Jack will ask for a break with his card without prompts in 8 of 10 lessons; currently he leaves the room.',
    [],
  ],
  ['outcome', 'Staff will use visual supports in every lesson.', ['outcome.provision', 'smart(start date)']],
  ['outcome', 'She will write a paragraph of five sentences.', ['smart(start date)']],
  [
    'outcome',
    'Amira regularly joins in a game with two friends at playtime by July 2027, rather than playing alone.',
    [],
  ],
  [
    'outcome',
    'By summer 2027 he will have daily one to one sessions with a TA.',
    ['outcome.provision', 'smart(start)'],
  ],
  ['outcome', 'Leo will reach his full potential.', ['outcome.unmeasured', 'smart(measure start date)']],
  ['outcome', 'To continue to attend therapy.', ['outcome.provision', 'smart(start date)']],
  ['target', 'By half term I will tie my shoelaces by myself; now I need help with the second loop.', []],
  ['target', 'Count in twos to 20 by 12 February 2027, from counting in ones.', ['smart(start)']],
  ['target', 'Be better at sharing.', ['outcome.unmeasured', 'smart(measure start date)']],
  ['target', 'Spell 20 of the Year 2 words, from 8 in September, by the end of term.', []],
  ['target', 'Be given a visual timetable.', ['outcome.provision', 'smart(measure start date)']],
  // Actions.
  ['action', 'SENCO to send the referral to the speech therapy service by 14 March 2027.', []],
  ['action', 'Mrs Khan will phone the OT before Friday.', []],
  ['action', 'Send the referral.', ['action.owner', 'action.date']],
  [
    'action',
    'All staff to be aware of the new plan.',
    ['action.everybody', 'action.unclear', 'action.owner', 'action.date'],
  ],
  [
    'action',
    'School to look into a sensory room.',
    ['action.everybody', 'action.unclear', 'action.owner', 'action.date'],
  ],
  ['action', 'Class teacher to print the symbols as soon as possible.', ['action.soon', 'action.date']],
  ['action', 'Ongoing monitoring of attendance.', ['action.soon', 'action.owner', 'action.date']],
  ['action', 'Mum to bring the hearing aid report to school by the end of this week.', []],
  ['action', 'Consider an early review.', ['action.unclear', 'action.owner', 'action.date']],
  ['action', 'The local authority to confirm transport by 1 September.', []],
  ['action', 'Buy a second set of coloured overlays, Miss Okafor, by half term.', []],
  ['action', 'Discuss with the EP when available.', ['action.soon', 'action.owner', 'action.date']],
  // Any other text.
  ['text', 'Attendance is TBC.', ['text.gap']],
  ['text', 'She enjoys regular swimming and has access to a trampoline at home.', []],
  ['text', 'His behaviour has improved since September, with support from the pastoral team.', []],
  ['text', 'XXX has settled well into Year 4.', ['text.gap']],
  ['words', 'I like regular breaks and TBC.', []],
]
