import { t } from '../words/t.ts'
import { show, type Value } from '../domain/fields.ts'
import { fieldOf } from '../domain/record.ts'
import { type Said, type Step, typeOfStep } from './plan.ts'
import type { Why } from './result.ts'

/** A report leaves names out. */
const names: ReadonlySet<string> = new Set(['surname', 'forename', 'preferredForename', 'name', 'address'])

const valueOf = (step: Step, field: string, value: Value) =>
  names.has(field) && value !== null
    ? t`another text`
    : show(fieldOf(typeOfStep(step), field), value) || 'nothing'

/** Why a row was left, as `Class: found …, expected …` says it. */
export const saidOf = (step: Step, why: Why): Said => {
  switch (why.is) {
    case 'changed': {
      const [first] = why.fields
      if (!first)
        return { column: '', found: t`a record that somebody changed`, expected: t`the record as it was` }
      return {
        column: fieldOf(typeOfStep(step), first.field).label,
        found: valueOf(step, first.field, first.found),
        expected: t`${valueOf(step, first.field, step.do === 'change' ? first.from : first.to)}: somebody changed it since, and it is left so`,
      }
    }
    case 'refused':
      return {
        column: why.field ? fieldOf(typeOfStep(step), why.field).label : '',
        found: t`a value that SharePoint does not take`,
        expected: t`otherwise: ${why.why}`,
      }
    case 'gone':
      return { column: '', found: t`no such record any more`, expected: t`the record as it was` }
    case 'archived':
      return {
        column: '',
        found: t`a record that is archived${why.reason ? ` (${why.reason})` : ''}`,
        expected: t`a record in use: bring it back first`,
      }
    case 'otherwise':
      return {
        column: '',
        found: t`a record archived for another reason since`,
        expected: t`the record as this job left it`,
      }
    case 'unreadable':
      return {
        column: '',
        found: t`a row that somebody changed in SharePoint so that it can’t be read`,
        expected: t`a row that can be read: put it right in SharePoint`,
      }
    case 'without':
      return {
        column: '',
        found: t`a record that belongs to one that was refused`,
        expected: t`the other one first`,
      }
    case 'noAccess':
      return {
        column: '',
        found: t`no access to this row`,
        expected: t`the right to change it: ask your SENCO`,
      }
    case 'noAnswer':
      return {
        column: '',
        found: t`no clear answer from SharePoint`,
        expected: t`an answer: look at the record, then do it again`,
      }
  }
}
