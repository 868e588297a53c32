import { guidOf } from './guid.ts'
import type { Column } from './world.ts'

/** The Title column that every new list has. Its id is the same in every SharePoint list. */
export const titleColumn: Column = {
  id: 'fa564e0f-0c70-4ab9-b863-0177e6ddd247',
  name: 'Title',
  displayName: 'Title',
  description: '',
  kind: 'text',
  type: 'text',
  facet: {
    allowMultipleLines: false,
    appendChangesToExistingText: false,
    linesForEditing: 0,
    maxLength: 255,
    textType: 'plain',
  },
  indexed: false,
  unique: false,
  hidden: false,
  required: true,
  readOnly: false,
  defaultValue: null,
}

const system = (name: string, displayName: string, type: string, facet: Column['facet'] = {}): Column => ({
  ...titleColumn,
  id: guidOf(`column ${name}`),
  name,
  displayName,
  kind: 'system',
  type,
  facet,
  required: false,
  readOnly: true,
})

const plain = titleColumn.facet
const person = { allowMultipleSelection: false, displayAs: 'nameWithPresence', chooseFromType: 'peopleOnly' }
const moment = { displayAs: 'default', format: 'dateTime' }

/** The columns that SharePoint itself keeps in every list: read, never written. */
export const systemColumns: readonly Column[] = [
  system('ContentType', 'Content Type', 'text', plain),
  system('ID', 'ID', 'number', { decimalPlaces: 'none', displayAs: 'number' }),
  system('Modified', 'Modified', 'dateTime', moment),
  system('Created', 'Created', 'dateTime', moment),
  system('Author', 'Created By', 'personOrGroup', person),
  system('Editor', 'Modified By', 'personOrGroup', person),
  system('_UIVersionString', 'Version', 'text', plain),
  system('Attachments', 'Attachments', 'boolean'),
  system('Edit', 'Edit', 'text', plain),
  system('LinkTitleNoMenu', 'Title', 'text', plain),
  system('LinkTitle', 'Title', 'text', plain),
  system('ItemChildCount', 'Item Child Count', 'number', { decimalPlaces: 'none', displayAs: 'number' }),
  system('FolderChildCount', 'Folder Child Count', 'number', { decimalPlaces: 'none', displayAs: 'number' }),
]
