import { t } from '../../../words/t.ts'
import { Link, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import type { School } from '../../../domain/records/school.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { useGo } from '../../routes.ts'

/** Whether somebody confirmed that the list of restricted notes is guarded. It is a person's word: the app can't see it. */
export const GuardLine = ({
  school,
}: {
  school: Pick<School, 'notesGuardedOn' | 'notesGuardedBy'> | null
}) => {
  const { href } = useGo()
  const on = school?.notesGuardedOn ?? null
  return on === null ? (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {t`Nobody has confirmed yet that IT gave the list of restricted notes permissions of its own. Until then everybody of the SENCO’s site could read it, so nothing can be added. Ask IT to run the install script, then write down the day under`}{' '}
        <Link inline href={href({ at: 'school', section: 'settings' })}>
          {t`School, Settings and rates`}
        </Link>
        .
      </MessageBarBody>
    </MessageBar>
  ) : (
    <Text size={200}>
      {school?.notesGuardedBy
        ? t`Guarded, as ${school.notesGuardedBy} confirmed on ${showDay(on)}. That is a person’s word: the app can’t see what SharePoint lets others read.`
        : t`Guarded, as was confirmed on ${showDay(on)}. That is a person’s word: the app can’t see what SharePoint lets others read.`}
    </Text>
  )
}
