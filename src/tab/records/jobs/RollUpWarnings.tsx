import { t } from '../../../words/t.ts'
import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { counted } from '../../../domain/counted.ts'
import type { ReactNode } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Job } from '../../../domain/records/job.ts'
import { showAcademicYear } from '../../../domain/rules/schoolYear.ts'

const Warning = ({ children }: { children: ReactNode }) => (
  <MessageBar intent="warning" layout="multiline">
    <MessageBarBody>{children}</MessageBarBody>
  </MessageBar>
)

/** What speaks against moving everybody up: that it was done before, or looks as if, and rows that can't be read. */
export const RollUpWarnings = ({
  year,
  before,
  ahead,
  of,
  unread,
}: {
  year: number
  /** The job that moved everybody into this year already. */
  before: Stored<Job> | undefined
  /** Pupils who would not be in the year group of their age. */
  ahead: number
  of: number
  unread: number
}) => (
  <>
    {before && (
      <Warning>{t`Everyone was already rolled up into ${showAcademicYear(year)} (“${before.title}”). Doing it again would put pupils two years up. Undo the first one, or go on with it, under Jobs.`}</Warning>
    )}
    {!before && ahead > of / 2 && (
      <Warning>{t`${counted(ahead, 'pupil')} would not be in the year group of their age in ${showAcademicYear(year)}. It looks as if everyone had moved up already; nobody is ticked who has.`}</Warning>
    )}
    {unread > 0 && (
      <Warning>{t`${counted(unread, 'pupil')} can’t be read and ${unread === 1 ? t`is` : t`are`} left out. Put ${unread === 1 ? t`the row` : t`their rows`} right in SharePoint.`}</Warning>
    )}
  </>
)
