/** A risk to people, what the product does about it, and what only the school can do. */
export type Risk = { readonly risk: string; readonly measures: string; readonly school: string }

/** Each measure is told with its code and test in docs/security.md. */
export const risks: readonly Risk[] = [
  {
    risk: 'Somebody reads a child’s record who has no need to',
    measures:
      'Records lie in sites by audience; SharePoint refuses whoever is not let in. Opening the record of a pupil with a plan, or a review, asks why and is logged. Staff see only what the SENCO publishes.',
    school:
      'Decide who is in each site, and look again each term and whenever somebody leaves. Whoever reads a site reads all of it.',
  },
  {
    risk: 'A document about one child holds another child’s data, or goes to the wrong person',
    measures:
      'Before a document goes, the app asks for whom it is and shows names, UPNs and dates of birth of other children in it.',
    school: 'Read it before it is sent. Nicknames, misspelt names and pictures are not found.',
  },
  {
    risk: 'Records are shared outside the school',
    measures: 'Links hold keys and no names, and open nothing without a sign-in and a right to the site.',
    school:
      'Turn external sharing off for these sites; share documents for outsiders with an end date. Word’s, Excel’s and the browser’s own Save, Print and Share are not logged.',
  },
  {
    risk: 'A record is wrong, lost or silently changed',
    measures:
      'Two people’s changes are merged or shown side by side; each change is in the history with name and way back; nothing is deleted but by a person’s decision.',
    school:
      'Keep versioning on and decide on a backup of SharePoint. Take a copy of everything now and then.',
  },
  {
    risk: 'Data is kept longer than necessary, or goes too early',
    measures:
      'A queue shows what is due under which rule; holds and open requests win over every rule; a log that names no child stays.',
    school:
      'Confirm each period against your own schedule. Look at backups, retention labels and files that were saved elsewhere.',
  },
  {
    risk: 'The log of openings is read or changed by those it logs',
    measures: 'The list can have permissions of its own; the app says wherever nobody confirmed that it has.',
    school: 'IT sets the permissions (docs/admin-guide.md) and confirms them. Keep Microsoft’s audit log.',
  },
  {
    risk: 'The pages are changed by somebody else',
    measures:
      'A Content-Security-Policy names all that a page may load and reach; there is no script from others but Microsoft’s own for Word and Excel.',
    school: 'Guard the web host as tightly as the sites: who can change its files can change everything.',
  },
  {
    risk: 'A lost phone, an open computer, paper',
    measures:
      'No pupil data is kept in the browser’s storage or in addresses; names of files have initials and no name. “Hide details” blanks names on a shared screen.',
    school: 'Screen locks, device management and a rule for paper.',
  },
  {
    risk: 'Decisions about a child are made by a machine',
    measures:
      'There is no AI. Dates and sums come from written rules, each with its reason and source; a person decides.',
    school: 'None.',
  },
]

/** What nobody but the school can fill in. */
export const forTheSchool: readonly string[] = [
  'Name of the controller (school or trust), data protection officer, who made this assessment and when',
  'Names of the sites, who is let into each and who approves that',
  'Where your tenant’s data is stored, as the Microsoft 365 admin centre says',
  'The host of the pages, and your agreement with it',
  'Whether the photo of a pupil is kept, and how consent is asked for and withdrawn',
  'Your retention schedule where it differs from what is usual here',
  'Your appropriate policy document (Data Protection Act 2018, Schedule 1, part 4)',
  'What your privacy notices say of these records, and where they are',
  'How you asked pupils, parents and staff about this, or why not (UK GDPR article 35(9))',
  'Whom to tell of a breach, and how: within 72 hours to the ICO where it is needed',
  'What risk is left after the measures, and whether you accept it',
]
