import type { SchoolConfig } from '../config.ts'
import type { TroubleOf } from '../domain/problem.ts'
import type { Audience } from '../domain/record.ts'
import { recordTypes } from '../domain/records/index.ts'
import type { Words } from './words.ts'

export type NamedSchool = Pick<SchoolConfig, 'name' | 'sites'>

/** What each site holds, as a person calls it. */
export const keptFor: Record<Audience, string> = {
  senco: 'the SENCO’s records',
  staff: 'the staff profiles',
  managers: 'what managers keep about staff',
  governors: 'the figures for governors and the trust',
}

/** Whose records a refusal is about: that of the list or of the site that it names; null where it names neither. */
const audienceOf = (to: string, school?: NamedSchool): Audience | null => {
  const [site] = Object.entries(school?.sites ?? {}).find(([, at]) => at.replace(':', '') === to) ?? []
  return (site as Audience | undefined) ?? recordTypes.find(({ list }) => list === to)?.audience ?? null
}

const whoseList: Record<Audience, string> = {
  senco:
    'They are for the SENCO and the few people who work with the whole record. If that should include you, ask the SENCO of your school: IT then lets you in.',
  staff:
    'They are for staff who teach and support these pupils. If that is you, ask the SENCO of your school: IT then lets you in.',
  managers:
    'They are for line managers. If that should include you, ask your headteacher: IT then lets you in.',
  governors:
    'They are for governors and the trust. If that is you, ask the clerk or the SENCO of the school: IT then lets you in.',
}

/** What is shut to this person, of which school, and whom to ask; what IT has to look at stands last. */
export const noAccessWords = ({ to, ownRowsOnly }: TroubleOf<'noAccess'>, school?: NamedSchool): Words => {
  const audience = audienceOf(to, school)
  const of = school ? ` of ${school.name}` : ''
  const site = audience && school?.sites[audience]?.replace(':', '')
  const isList = recordTypes.some(({ list }) => list === to)
  if (ownRowsOnly) {
    return {
      title: `SharePoint shows you only the rows of “${to}” that you added yourself`,
      todo: `There may be more, so this is not the whole list${of}. Ask the SENCO of your school to let you read it. For IT: look at who may read what others added, in the advanced settings of the list “${to}”${site ? ` on ${site}` : ''}.`,
    }
  }
  if (!audience) {
    return {
      title: 'You don’t have access to this',
      todo: `Ask the SENCO of your school. SharePoint decides who sees what${to ? `; for IT: ${to}` : ''}.`,
    }
  }
  const where = [isList && `the list “${to}”`, site && `${isList ? 'on ' : ''}${site}`]
    .filter(Boolean)
    .join(' ')
  return {
    title: `You don’t have access to ${keptFor[audience]}${of}`,
    todo: `${whoseList[audience]}${where ? ` For IT: ${where}.` : ''}`,
  }
}
