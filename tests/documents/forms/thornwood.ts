import {
  cell,
  empty,
  formFile,
  heading,
  paragraph,
  row,
  run,
  table,
} from '../../../src/documents/form/examples/build.ts'
import { type Key, type KeyPlace, yesNo } from './key.ts'
import { withHeaders } from './packageShapes.ts'
import { grid, inCell, leaderLine, ticks } from './shapes.ts'

const pair = (one: string, two: string) =>
  row(cell(one, 2400), cell('', 2419), cell(two, 2400), cell('', 2419))
const wide = (label: string, answer = '') => row(cell(label, 4600), inCell(answer, 5038))
const under = (label: string) => table([9638], row(cell(paragraph(label) + empty.repeat(2), 9638)))

const attended = [
  'Parent or carer',
  'Head or their delegate',
  'EHC plan writer',
  'Paediatrician',
  'Occupational therapist',
]

/**
 * Invented, from what forms of authorities are known to ask for: made and keyed after the mapper was mended for
 * Quillmere and Brackenshaw, by somebody who knew its dictionary by then.
 */
export const thornwood = (): Uint8Array<ArrayBuffer> =>
  withHeaders(
    formFile(
      paragraph('Thornwood Unitary Authority', { style: 'Title' }),
      paragraph('Head’s or principal’s summary of the annual review meeting', { bold: true, size: 26 }),
      heading('Setting'),
      leaderLine('dot', 'Education setting', 'Date of current EHCP'),
      heading('1 Child details'),
      table(
        [2400, 2419, 2400, 2419],
        pair('Full legal name', 'Preferred name'),
        pair('DOB (dd/mm/yyyy)', 'Sex at birth'),
        pair('Address including postcode', 'Home language(s)'),
        pair('Ethnic group', 'UPN'),
        pair('NHS no.', 'National curriculum year'),
        pair('Date joined roll', 'Attendance to date (%)'),
        pair('Sessions lost through suspension', 'Free school meal eligibility'),
      ),
      paragraph(run('In chronological year group?  Yes / No        Looked after?  Yes / No')),
      paragraph(run('Name of allocated social worker: ......................................')),
      heading('2 Advice to the authority'),
      paragraph('Following the review the setting advises that the authority should (tick):', { bold: true }),
      paragraph(ticks('cease to maintain the plan')),
      paragraph(ticks('make no amendments')),
      paragraph(ticks('amend the plan')),
      under('Rationale for the advice'),
      under('Any difference between this advice and the views of others at the meeting'),
      heading('3 Year 10 and above: post-16 intentions'),
      table(
        [4600, 5038],
        wide('Intended post-16 destination'),
        wide('Has a careers adviser been involved, and is adult social care needed?'),
        wide('Skills for independence'),
        wide('Friendships and community life'),
      ),
      heading('4 Who attended'),
      table(
        [3038, 2200, 2200, 2200],
        row(
          ...['Role', 'Name', 'Attended', 'Written report provided'].map((head, at) =>
            cell(head, at ? 2200 : 3038, { bold: true, shade: 'EDEDED' }),
          ),
        ),
        ...attended.map((who) => row(cell(who, 3038), cell('', 2200), cell('', 2200), cell('', 2200))),
      ),
      heading('5 Actions since the last review'),
      grid([5038, 2600, 2000], ['Action agreed last time', 'Responsible', 'Outcome of action'], 3),
      heading('6 Views'),
      under('Views of the child: likes and strengths'),
      under('Views of the child: things they struggle with'),
      under('Views of the parent: what they are pleased about'),
      under('Views of the parent: worries for the coming year'),
      under('Parental aspirations'),
      heading('7 Progress against long-term outcomes'),
      grid(
        [3400, 2900, 1600, 1738],
        ['Long-term outcome', 'Progress since last review', 'Met / partly / not met', 'Continue or change'],
        4,
      ),
      heading('8 Provision'),
      grid(
        [3400, 2200, 2200, 1838],
        ['Section F provision', 'Hours specified', 'Hours delivered', 'Impact'],
        4,
      ),
      heading('9 Health, care, placement and money'),
      under('Update from health services'),
      under('Update from children’s social care'),
      table(
        [4600, 5038],
        wide('Placement remains appropriate', 'Yes / No'),
        wide('Preferred placement at next phase'),
        wide('Transport to and from setting'),
        wide('Personal budget requested', 'Yes / No'),
        wide('Banding / top-up amount (£)'),
        wide('Pupil premium amount (£)'),
      ),
      heading('10 Next steps'),
      grid([5038, 2600, 2000], ['Action', 'By whom', 'By what date'], 4),
      leaderLine('underscore', 'Proposed date of next review', 'Date this summary was sent'),
      leaderLine('underscore', 'Signature of head', 'Print name'),
    ),
    [paragraph(run('Child: ____________________   Date of meeting: __/__/____'))],
  )

const person = (who: string, role: string, orName: readonly string[] = []): KeyPlace[] => [
  [`${who} / Name`, [`person.${role}.name`, ...orName]],
  [`${who} / Attended`, `person.${role}.attended`],
  [`${who} / Written report provided`, `person.${role}.adviceReceived`],
]

/** Written before the mapper was run on it. */
export const thornwoodKey: Key = {
  places: [
    ['Child', 'pupil.fullName'],
    ['Date of meeting', 'review.meetingDate'],
    ['Education setting', ['school.nameAsKnown', 'school.name']],
    ['Date of current EHCP', ['pupil.planVersion', 'review.planVersion']],
    ['Full legal name', 'pupil.fullName'],
    ['Preferred name', 'pupil.preferredForename'],
    ['DOB (dd/mm/yyyy)', 'pupil.dateOfBirth'],
    ['Sex at birth', 'pupil.sex'],
    ['Address including postcode', 'pupil.address'],
    ['Home language(s)', 'pupil.firstLanguage'],
    ['Ethnic group', 'pupil.ethnicity'],
    ['UPN', 'pupil.upn'],
    ['NHS no.', null],
    ['National curriculum year', 'pupil.yearGroup'],
    ['Date joined roll', 'pupil.admitted'],
    ['Attendance to date (%)', 'pupil.attendance'],
    ['Sessions lost through suspension', null],
    ['Free school meal eligibility', 'pupil.freeSchoolMeals'],
    ['In chronological year group? / Yes', null],
    ['In chronological year group? / No', null],
    ...yesNo('Looked after?', 'pupil.lookedAfter'),
    ['Name of allocated social worker', 'pupil.socialWorker'],
    [
      'the setting advises that the authority should / cease to maintain the plan',
      'review.recommendation=cease',
    ],
    ['the setting advises that the authority should / make no amendments', 'review.recommendation=maintain'],
    ['the setting advises that the authority should / amend the plan', 'review.recommendation=amend'],
    ['Rationale for the advice', 'review.recommendationReasons'],
    [
      'Any difference between this advice and the views of others at the meeting',
      ['differing', 'review.differences'],
    ],
    ['Intended post-16 destination', 'review.adulthoodDestination'],
    ['Has a careers adviser been involved, and is adult social care needed?', 'review.adulthoodReferrals'],
    ['Skills for independence', 'review.adulthoodLiving'],
    ['Friendships and community life', 'review.adulthoodCommunity'],
    ...person('Parent or carer', 'parent', ['parents', 'parent1.name']),
    ...person('Head or their delegate', 'head', ['school.headteacher']),
    ...person('EHC plan writer', 'authority', ['pupil.localAuthorityOfficer']),
    ...person('Paediatrician', 'health'),
    ...person('Occupational therapist', 'occupational'),
    ['Views of the child: likes and strengths', 'review.childGoingWell'],
    ['Views of the child: things they struggle with', 'review.childHard'],
    ['Views of the parent: what they are pleased about', 'review.parentGoingWell'],
    ['Views of the parent: worries for the coming year', 'review.parentConcerns'],
    ['Parental aspirations', 'review.parentAspirations'],
    ['Update from health services', 'review.healthUpdate'],
    ['Update from children’s social care', 'review.socialCareUpdate'],
    ...yesNo('Placement remains appropriate', 'review.placementSuitable'),
    ['Preferred placement at next phase', 'review.placementPreference'],
    ['Transport to and from setting', 'review.transport'],
    ...yesNo('Personal budget requested', 'review.budgetRequested'),
    ['Banding / top-up amount (£)', 'pupil.topUp'],
    ['Pupil premium amount (£)', null],
    ['Proposed date of next review', 'review.nextDue'],
    ['Date this summary was sent', 'review.reportSent'],
    ['Signature of head', null],
    ['Print name', null],
  ],
  tables: [
    {
      about: 'Actions since the last review',
      list: 'lastActions',
      columns: [
        ['Action agreed last time', 'what'],
        ['Responsible', 'owner'],
        ['Outcome of action', 'note'],
      ],
    },
    {
      about: 'Progress against long-term outcomes',
      list: 'outcomes',
      columns: [
        ['Long-term outcome', 'text'],
        ['Progress since last review', 'evidence'],
        ['Met / partly / not met', 'rating'],
        ['Continue or change', 'decision'],
      ],
    },
    {
      about: 'Provision',
      list: 'support',
      columns: [
        ['Section F provision', 'name'],
        ['Hours specified', 'specified'],
        ['Hours delivered', 'delivered'],
        ['Impact', 'effective'],
      ],
    },
    {
      about: 'Next steps',
      list: 'actions',
      columns: [
        ['Action', 'what'],
        ['By whom', 'owner'],
        ['By what date', 'due'],
      ],
    },
  ],
}
