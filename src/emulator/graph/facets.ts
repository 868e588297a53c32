import { isObject, type Json, type JsonObject } from './json.ts'
import { badArgument, notEmulated } from './refusal.ts'
import { flag, numberIn, oneOf, textOr, wholeOr } from './readProperty.ts'
import type { ColumnKind } from './world.ts'

export type Facet = { kind: ColumnKind; facet: JsonObject }

/** A type's own part of a definition, with all that SharePoint would add; 400 for what it does not know. */
export const readFacet = (type: string, given: Json): Facet => {
  if (!isObject(given)) throw badArgument()
  const read = facets[type]
  if (!read) throw notEmulated(`columns of type ${type}`)
  const known = read(given)
  for (const key of Object.keys(given)) {
    if (!key.includes('@') && !(key in known.facet) && !optional.has(key)) throw badArgument()
  }
  return known
}

const optional = new Set([
  'maxLength',
  'minimum',
  'maximum',
  'primaryLookupColumnId',
  'displayAs',
  'allowUnlimitedLength',
])

const facets: Readonly<Record<string, (given: JsonObject) => Facet>> = {
  text: (given) => {
    const many = flag(given['allowMultipleLines'])
    const longest = many ? wholeOr(given['maxLength'], 0) : wholeOr(given['maxLength'], 255)
    if (!many && (longest < 1 || longest > 255)) throw badArgument()
    return {
      kind: many ? 'note' : 'text',
      facet: {
        allowMultipleLines: many,
        appendChangesToExistingText: flag(given['appendChangesToExistingText']),
        linesForEditing: wholeOr(given['linesForEditing'], many ? 6 : 0),
        ...(longest > 0 ? { maxLength: longest } : {}),
        textType: oneOf(given['textType'], ['plain', 'richText']),
      },
    }
  },
  number: (given) => ({
    kind: 'number',
    facet: {
      decimalPlaces: oneOf(given['decimalPlaces'], [
        'automatic',
        'none',
        'one',
        'two',
        'three',
        'four',
        'five',
      ]),
      displayAs: oneOf(given['displayAs'], ['number', 'percentage']),
      ...numberIn(given, 'minimum'),
      ...numberIn(given, 'maximum'),
    },
  }),
  boolean: () => ({ kind: 'boolean', facet: {} }),
  choice: (given) => {
    const { choices } = given
    if (!Array.isArray(choices) || !choices.every((each) => typeof each === 'string')) throw badArgument()
    const displayAs = oneOf(given['displayAs'], ['dropDownMenu', 'radioButtons', 'checkBoxes'])
    return {
      kind: displayAs === 'checkBoxes' ? 'choices' : 'choice',
      facet: { allowTextEntry: flag(given['allowTextEntry']), choices, displayAs },
    }
  },
  dateTime: (given) => {
    const format = oneOf(given['format'], ['dateTime', 'dateOnly'])
    const displayAs = oneOf(given['displayAs'], ['default', 'friendly', 'standard'])
    return { kind: format === 'dateOnly' ? 'dateOnly' : 'dateTime', facet: { displayAs, format } }
  },
  personOrGroup: (given) => {
    const many = flag(given['allowMultipleSelection'])
    const chooseFromType = oneOf(given['chooseFromType'], ['peopleOnly', 'peopleAndGroups'])
    const displayAs = textOr(given['displayAs'], 'nameWithPresence')
    return {
      kind: many ? 'people' : 'person',
      facet: { allowMultipleSelection: many, chooseFromType, displayAs },
    }
  },
  hyperlinkOrPicture: (given) => ({ kind: 'link', facet: { isPicture: flag(given['isPicture']) } }),
  lookup: (given) => {
    const many = flag(given['allowMultipleValues'])
    const { listId } = given
    if (typeof listId !== 'string') throw badArgument()
    const columnName = textOr(given['columnName'], 'Title')
    return {
      kind: many ? 'lookups' : 'lookup',
      facet: { allowMultipleValues: many, allowUnlimitedLength: false, columnName, listId },
    }
  },
}
