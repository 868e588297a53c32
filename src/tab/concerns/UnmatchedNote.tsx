import { t } from '../../words/t.ts'
import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { namingNobody } from '../../domain/rules/concernSaid.ts'
import { useGo } from '../routes.ts'
import { useSaid } from './useConcerns.ts'

/** Says where a request for access or a disposal looks that a concern names a child whom nobody has matched yet. */
export const UnmatchedNote = () => {
  const { href } = useGo()
  const { said } = useSaid()
  const count = namingNobody(said.data?.records ?? []).length
  if (count === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {t`${
          count === 1
            ? t`A concern from staff names a child by hand and is in nobody’s record.`
            : t`${count} concerns from staff name a child by hand and are in nobody’s record.`
        } It may be this child: `}
        <Link
          inline
          href={href({ at: 'concerns' })}
        >{t`say whom ${count === 1 ? t`it is` : t`they are`} about`}</Link>{' '}
        {t`first, or ${count === 1 ? t`it is` : t`they are`} not found here.`}
      </MessageBarBody>
    </MessageBar>
  )
}
