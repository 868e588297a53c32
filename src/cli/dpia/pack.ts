import type { Block, DocumentContent } from '../../documents/blocks.ts'
import { heading, text } from '../../documents/minutes/parts.ts'
import { bases, type Basis } from '../../domain/dataProtection.ts'
import { type AnyRecordType, recordTypesVersion } from '../../domain/record.ts'
import { countedWords, retentionGroups } from '../../domain/records/retentionRule.ts'
import { certaintyWords, showPeriod, usualRules } from '../../domain/rules/retentionRules.ts'
import { dataMap } from './dataMap.ts'
import { forTheSchool, risks } from './risks.ts'
import { scopes } from './scopes.ts'

const said = (words: string): Block => ({ is: 'paragraph', runs: [text(words)] })
const listed = (items: readonly string[]): Block => ({ is: 'list', items: items.map((item) => [text(item)]) })
const table = (
  summary: string,
  head: readonly string[],
  widths: readonly number[],
  rows: readonly string[][],
): Block => ({
  is: 'table',
  summary,
  head,
  widths,
  rows: rows.map((row) => row.map((words) => ({ runs: [text(words)] }))),
})

const sureWords: Readonly<Record<Basis['sure'], string>> = {
  usual: 'Usual in schools. Confirm',
  open: 'Depends on the school. Confirm',
}

const flows = [
  [
    'Records',
    'Teams, Word or Excel on the person’s device',
    'The school’s SharePoint, through Microsoft Graph, as the signed-in person',
  ],
  [
    'Documents',
    'Made on the person’s device',
    'The SENCO site’s library, or the device where the person downloads them',
  ],
  [
    'A review’s meeting',
    'The person’s device',
    'The person’s own Outlook calendar, and by Outlook to whoever they tick. Only after they agreed',
  ],
  [
    'Pages of the app',
    'The host of static files that the school chose',
    'The person’s browser. The host sees the addresses of computers and no record',
  ],
  ['office.js', 'Microsoft', 'Word and Excel. It is Microsoft’s own script'],
]

const retention = () =>
  Object.values(usualRules).map((rule) => [
    retentionGroups[rule.group],
    `${showPeriod(rule)}, counted from: ${countedWords[rule.counted].toLowerCase()}`,
    rule.source,
    certaintyWords[rule.certainty],
  ])

const content = (types: readonly AnyRecordType[]): Block[] => [
  { is: 'title', text: 'Data protection impact assessment: the pack' },
  said(
    `What a school’s data protection officer needs for an assessment of Goldthread. It is made from the app’s own declarations (version ${recordTypesVersion} of its record types), so that it says what the app does and not what somebody remembers. It is not the assessment: the school or trust is the controller and decides. An assessment is needed before use, since special category data of children is kept at scale (UK GDPR article 35).`,
  ),
  said(
    'What is marked “Confirm” is a proposal from general knowledge of the law and of schools’ practice; no lawyer has checked it. The app was seen on a local stand-in for Microsoft 365, and not yet in a school’s tenant.',
  ),
  heading(1, 'For the school to fill in'),
  table(
    'What the school fills in',
    ['What', 'Your answer'],
    [3, 4],
    forTheSchool.map((what) => [what, '[School to fill in]']),
  ),
  heading(1, 'What it is for'),
  said(
    'Records of special educational needs and disability: the register, needs and outcomes, annual reviews of EHC plans with their dates in law, plans of the school, support with its cost, what was delivered, and what staff need to know. The people are pupils, their families, staff, and professionals who take part. It replaces papers and spreadsheets with the same data.',
  ),
  heading(1, 'Where data goes'),
  table('Flows of data', ['What', 'From', 'To'], [2, 4, 5], flows),
  said(
    'Nowhere else. There is no server of ours, no database outside the school’s tenant, no statistics, no messages of faults to us, and no AI. Nothing of a pupil is kept in the browser’s storage or in addresses; names of files have initials and no name.',
  ),
  heading(1, 'Processors'),
  said(
    'Who wrote Goldthread receives no personal data and is no processor. Microsoft is the school’s processor already, under the school’s own agreement for Microsoft 365. The host of the pages handles the addresses of computers that load them: where it is not the school itself, the school’s agreement with it covers that.',
  ),
  heading(1, 'Permissions of the app'),
  said(
    'All are delegated: the app acts as the signed-in person and can do no more than they can. It has no permission of its own, and none while nobody is signed in.',
  ),
  table(
    'Permissions of Microsoft Graph',
    ['Permission', 'When it is asked for', 'What for', 'Without it'],
    [3, 4, 6, 4],
    scopes().map(({ scope, when, why, without }) => [scope, when, why, without]),
  ),
  heading(1, 'Lawful basis'),
  table(
    'Proposed lawful bases',
    [
      'What is done',
      'UK GDPR article 6',
      'UK GDPR article 9',
      'Data Protection Act 2018, Schedule 1',
      'How sure',
    ],
    [4, 4, 3, 4, 3],
    Object.values(bases).map((basis) => [
      basis.what,
      basis.article6,
      basis.article9 ?? 'None meant',
      basis.schedule1 ?? 'None',
      sureWords[basis.sure],
    ]),
  ),
  listed([
    'Consent is not the basis of the record. It is asked for a pupil’s photo (articles 6(1)(a) and 7; the day of consent is kept beside it, and photos are off until the school turns them on), and is for the school to obtain for referrals and for sharing beyond its duties.',
    'Ethnicity and disability may also rest on paragraph 8 of Schedule 1, equality of opportunity, where they are used for that. Confirm.',
    'An EHC plan is disclosed without consent only for the purposes in regulation 17 of the SEND Regulations 2014. The app asks why a record is opened and for whom a document is; it does not check consent. Confirm.',
    'A contact restriction, or what is written of a safeguarding matter, can touch on criminal offences (UK GDPR article 10). Child-protection files do not belong here.',
  ]),
  heading(1, 'How long'),
  said(
    'No period is in a statute; UK GDPR article 5(1)(e) forbids keeping longer than necessary. These hold until the school settles its own under Records, Keeping and disposal. Nothing is deleted by itself: a person decides on each.',
  ),
  table(
    'Usual retention',
    ['Records', 'How long', 'Where that comes from', 'How sure'],
    [4, 4, 5, 4],
    retention(),
  ),
  heading(1, 'Rights'),
  listed([
    'Access: requests are kept with their last day; a person looks through what is from or about others, gives, blacks out or keeps back; the answer is a folder in Word, Excel and JSON. Emails, papers elsewhere, earlier versions and files of jobs are looked through by hand.',
    'Correction: every change is in the history with name, day and the way back.',
    'Erasure: disposal under the rules above. Deleted rows lie in SharePoint’s recycle bin for up to 93 days; backups are the school’s.',
    'Restriction and objection: a hold and a note; there is no other button.',
    'Portability, and leaving: a copy of everything in open formats (docs/recovery-and-leaving.md).',
    'No decision about a person is made by a machine.',
  ]),
  heading(1, 'Risks and measures'),
  table(
    'Risks, measures and what is left to the school',
    ['Risk', 'What the app does', 'What the school does', 'Likelihood and severity left'],
    [4, 6, 6, 3],
    risks.map(({ risk, measures, school }) => [risk, measures, school, '[School to fill in]']),
  ),
  said('How each measure is shown, with code and test, and what is not covered: docs/security.md.'),
  heading(1, 'If something goes wrong'),
  listed([
    'Take the person out of the site in SharePoint, which then refuses them; in a tenant that may take some minutes.',
    'Records, Opened and sent, and Microsoft’s audit log say what was opened; a record’s History says what was changed.',
    'To stop the app for everybody: switch its enterprise application off in Microsoft Entra, or take its permission off the sites. The records stay in SharePoint.',
    '[School to fill in: who decides, who tells the ICO and the families, and where it is written down]',
  ]),
  ...dataMap(types),
]

/** The pack for a data protection officer, from the record types and the permissions that the product asks for. */
export const dpiaPack = (types: readonly AnyRecordType[]): DocumentContent => ({
  title: 'Data protection impact assessment: the pack',
  subject: 'Goldthread in a school: data map, lawful basis, retention, permissions, risks',
  author: 'Goldthread',
  language: 'en-GB',
  footer: 'Goldthread · data protection impact assessment, the pack · draft for the school',
  blocks: content(types),
  identity: { kind: 'dpiaPack', keys: {}, made: `record types ${recordTypesVersion}` },
})
