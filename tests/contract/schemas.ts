import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { contractFile, type OpenCase } from './contractFiles.ts'

const bundle = contractFile('graph-sites.strict.schema.json')
const openApi = contractFile('graph-sites.openapi.json')

const ajv = new Ajv2020({ strict: false, allErrors: true })
for (const format of [
  'int16',
  'int32',
  'int64',
  'uint8',
  'double',
  'float',
  'decimal',
  'base64url',
  'uuid',
  'duration',
  'uri',
  'binary',
  'byte',
  'date',
  'time',
]) {
  ajv.addFormat(format, true)
}
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
ajv.addSchema(bundle)

/** What is wrong with a value by Microsoft's strict schema of a type, such as `microsoft.graph.list`. */
export const complaints = (type: string, value: unknown): readonly string[] => {
  const validate = ajv.getSchema(`${bundle.$id}#/$defs/${type}`) as ValidateFunction | undefined
  if (!validate) throw new Error(`The contract has no type ${type}`)
  return validate(value)
    ? []
    : (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
      )
}

/** The type that an operation answers with, by the contract; null where it names none. */
export const typeOf = ({ operation, responseType }: OpenCase): string | null => {
  if (operation === null) return responseType?.startsWith('microsoft.graph.') ? responseType : null
  const [method = '', path = ''] = operation.split(' ')
  const responses = openApi.paths[path]?.[method.toLowerCase()]?.responses ?? {}
  const success = responses['2XX'] ?? responses['200'] ?? {}
  const shared = (success.$ref as string | undefined)?.split('/').at(-1)
  const schema = (shared ? openApi.components.responses[shared] : success).content?.['application/json']
    ?.schema
  return schema?.['x-pruned-ref'] ?? (schema?.$ref as string | undefined)?.split('/').at(-1) ?? null
}

/** Whether the contract knows an operation. */
export const operation = (method: string, path: string): boolean =>
  openApi.paths[path]?.[method.toLowerCase()] !== undefined

const instant = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' }
const byType: Readonly<Record<string, (facet: any) => object>> = {
  text: () => ({ type: 'string' }),
  number: () => ({ type: 'number' }),
  boolean: () => ({ type: 'boolean' }),
  dateTime: () => instant,
  choice: ({ displayAs }) =>
    displayAs === 'checkBoxes' ? { type: 'array', items: { type: 'string' } } : { type: 'string' },
}
const numbered = { type: 'string', pattern: '^\\d+$' }
const text = { type: 'string' }
/** What SharePoint adds to the fields of every row. */
const added = {
  '@odata.etag': text, '@odata.context': text, id: numbered, ContentType: text, Modified: instant, Created: instant,
  AuthorLookupId: numbered, EditorLookupId: numbered, _UIVersionString: text, Attachments: { type: 'boolean' }, Edit: text,
  LinkTitle: text, LinkTitleNoMenu: text, ItemChildCount: numbered, FolderChildCount: numbered, _ComplianceFlags: text,
  _ComplianceTag: text, _ComplianceTagWrittenTime: text, _ComplianceTagUserId: text,
} // prettier-ignore

/** What is wrong with a row's fields by the list's own columns, since the contract leaves fields open. */
export const fieldComplaints = (columns: readonly any[], fields: unknown): readonly string[] => {
  const properties: Record<string, object> = {}
  for (const column of columns.filter(({ readOnly }) => !readOnly)) {
    const type = Object.keys(byType).find((each) => column[each] !== undefined)
    if (type) properties[column.name] = byType[type]!(column[type])
    else if (column.personOrGroup ?? column.lookup) properties[`${column.name}LookupId`] = numbered
    else throw new Error(`Column ${column.name} has no known type`)
  }
  const validate = ajv.compile({
    type: 'object',
    properties: { ...properties, ...added },
    additionalProperties: false,
  })
  return validate(fields)
    ? []
    : (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
      )
}
