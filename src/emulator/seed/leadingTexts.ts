import type { SirCode } from '../../domain/rules/sirHeadings.ts'

/** What a made-up school says under most headings of its SEN information report; three are still to be written. */
export const reportTexts: Partial<Readonly<Record<SirCode, string>>> = {
  kinds:
    'We welcome children with every kind of need. Most of ours need help with speech and language, with learning, or with feelings and friendships.',
  identify:
    'All new children are screened in their first six weeks. A teacher or a parent who is worried tells the SENCO on one short form; we answer within three weeks.',
  effect:
    'Every term we look at what each kind of support changed, by its own measure, and stop what changed nothing.',
  progress: 'Plans are reviewed with parents and the child three times a year.',
  teaching:
    'Good teaching in class comes first: small steps, pictures beside words, time to answer.\nNobody is taught mainly outside the class.',
  adapting: 'Rooms have a quiet corner and clear labels. Books come in larger print when they are needed.',
  additional: 'Small groups for speech, reading and number; a key adult; a speech therapist once a week.',
  including: 'Clubs and trips are planned with the children who need most, and nobody pays more for help.',
  wellbeing:
    'A trained listener is in school every day. We ask children each half-term whether they feel safe.',
  senco: 'Helen Marsh is our SENCO. Ring the school office, or write to the address on the front page.',
  staff:
    'All staff learnt about autism and about hearing this year. Two are trained to give speech programmes.',
  equipment:
    'We lend tablets, writing slopes and hearing equipment, and ask the authority for what costs more.',
  parents: 'You meet us at least three times a year, and whenever you ask.',
  pupils: 'Children say what helps with pictures, by talking, or with somebody they trust.',
  complaints:
    'Speak to the class teacher, then the SENCO, then the headteacher. The complaints procedure is on the website.',
  agencies: 'We work with the speech therapist, the educational psychologist and the school nurse.',
  transition: 'Children visit their next class or school before they move, more than once where that helps.',
  localOffer:
    'The council’s local offer lists everything for families in one place; we help you to find what you need.',
  admission:
    'Disabled children are admitted as all others are; we talk about what they need before they start.',
  access: 'There is a ramp at the main door, a lift to the first floor, and a toilet with a hoist.',
}
