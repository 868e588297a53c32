import { t } from '../words/t.ts'
import type { SchoolConfig } from '../config.ts'
import type { TroubleOf } from '../domain/problem.ts'
import { type Audience, audienceOfList } from '../domain/record.ts'
import type { Words } from './words.ts'

export type NamedSchool = Pick<SchoolConfig, 'name' | 'sites'>

/** What each site holds, as a person calls it. */
export const keptFor: Record<Audience, string> = {
  senco: t`the SENCO’s records`,
  staff: t`the staff profiles`,
  managers: t`what managers keep about staff`,
  governors: t`the figures for governors and the trust`,
}

/** Whose records a refusal is about: that of the list or of the site that it names; null where it names neither. */
const audienceOf = (to: string, school?: NamedSchool): Audience | null => {
  const [site] = Object.entries(school?.sites ?? {}).find(([, at]) => at.replace(':', '') === to) ?? []
  return (site as Audience | undefined) ?? audienceOfList(to)
}

const whoseList: Record<Audience, string> = {
  senco: t`They are for the SENCO and the few people who work with the whole record. If that should include you, ask the SENCO of your school: IT then lets you in.`,
  staff: t`They are for staff who teach and support these pupils. If that is you, ask the SENCO of your school: IT then lets you in.`,
  managers: t`They are for line managers. If that should include you, ask your headteacher: IT then lets you in.`,
  governors: t`They are for governors and the trust. If that is you, ask the clerk or the SENCO of the school: IT then lets you in.`,
}

/** What is shut to this person, of which school, and whom to ask; what IT has to look at stands last. */
export const noAccessWords = ({ to, ownRowsOnly }: TroubleOf<'noAccess'>, school?: NamedSchool): Words => {
  const audience = audienceOf(to, school)
  const of = school ? t` of ${school.name}` : ''
  const site = audience && school?.sites[audience]?.replace(':', '')
  const isList = audienceOfList(to) !== null
  if (ownRowsOnly) {
    return {
      title: t`SharePoint shows you only the rows of “${to}” that you added yourself`,
      todo: t`There may be more, so this is not the whole list${of}. Ask the SENCO of your school to let you read it. For IT: look at who may read what others added, in the advanced settings of the list “${to}”${site ? t` on ${site}` : ''}.`,
    }
  }
  if (!audience) {
    return {
      title: t`You don’t have access to this`,
      todo: t`Ask the SENCO of your school. SharePoint decides who sees what${to ? t`; for IT: ${to}` : ''}.`,
    }
  }
  const where = [isList && t`the list “${to}”`, site && `${isList ? t`on ` : ''}${site}`]
    .filter(Boolean)
    .join(' ')
  return {
    title: t`You don’t have access to ${keptFor[audience]}${of}`,
    todo: `${whoseList[audience]}${where ? t` For IT: ${where}.` : ''}`,
  }
}
