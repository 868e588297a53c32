import type { School } from '../../domain/records/school.ts'
import { t } from '../../words/t.ts'

/** How to reach a school: `01234 567890 or office@school.example`, one of them, or '' where neither is recorded. */
export const waysTo = (school: Pick<School, 'telephone' | 'email'> | null): string => {
  const { telephone = null, email = null } = school ?? {}
  return telephone && email ? t`${telephone} or ${email}` : (telephone ?? email ?? '')
}
