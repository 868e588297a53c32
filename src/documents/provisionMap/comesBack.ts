/** What may be done in the map's table and what becomes of it when the changes are sent: for the pane and the page about the map. */
export const howItComesBack: readonly (readonly [what: string, words: string])[] = [
  [
    'Change a line',
    'Type in who delivers it, dates, sessions, minutes, preparation, weeks, group, costs, funding, who, where or notes. Pupil, provision and level are the record’s: change those in Teams.',
  ],
  [
    'Add a line',
    'Type a new row below the table: the pupil as Surname, Forename, the provision as the catalogue calls it, and a first day. A row that you copy is asked about.',
  ],
  [
    'End a line or take it out',
    'Strike its row out (select it, Ctrl+5, on a Mac Command+Shift+X) or delete it. You are asked for its last day, or whether it should not have been there.',
  ],
  [
    'Send changes',
    'Lists each difference by its cell. Nothing is sent before you press Send, and what somebody else changed meanwhile is never overwritten unseen.',
  ],
  [
    'Refresh',
    'Brings what changed in the records. Your own columns, sheets, filters, sorting and formats stay.',
  ],
]
