import { t } from '../../../words/t.ts'
import {
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { showDay } from '../../../domain/rules/day.ts'
import { ratesLacking } from '../../../domain/rules/rulebookGaps.ts'
import type { SchoolMoney } from '../../../domain/rules/moneyTypes.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '1100px' },
  list: { margin: '4px 0 0', paddingLeft: '18px' },
  more: { color: tokens.colorNeutralForeground2 },
})
const some = 5

/** What the year's figures lack: lines without a cost and why, the same support twice, authorities without rules. */
export const Open = ({ money }: { money: SchoolMoney }) => {
  const styles = useStyles()
  const { href } = useGo()
  const [all, setAll] = useState(false)
  const pupilOf = (key: string) => money.pupils.find(({ pupil }) => pupil.key === key)?.pupil
  const nameOf = (key: string) => {
    const pupil = pupilOf(key)
    return pupil ? <PupilName pupil={pupil} /> : t`A pupil`
  }
  const lineOf = (pupil: string, line: string) =>
    href({ at: 'pupil', key: pupil, section: 'provision', about: line })
  const without = [
    ...new Set(
      money.pupils.filter(({ hasRulebook }) => !hasRulebook).map(({ authority }) => authority ?? ''),
    ),
  ]
  const lacking = ratesLacking(money.pupils)
  const twice = money.pupils.filter(({ funding }) => funding.hints.length > 0)
  const unfunded = money.pupils.filter(({ funding }) => funding.missing.length > 0)
  return (
    <div className={styles.whole}>
      {money.notCosted.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>
              {money.notCosted.length === 1
                ? t`One line is not costed yet`
                : t`${money.notCosted.length} lines are not costed yet`}
            </MessageBarTitle>
            {t`The figures are too low until they are.`}
            <ul className={styles.list}>
              {money.notCosted.slice(0, all ? undefined : some).map(({ line, provision, missing }) => (
                <li key={line.key}>
                  <Link inline href={lineOf(line.pupil, line.key)}>
                    {nameOf(line.pupil)}, {provision?.name ?? t`provision no longer offered`}
                  </Link>
                  {t`: needs ${missing.join(', ')}`}
                </li>
              ))}
            </ul>
            {money.notCosted.length > some && !all && (
              <Link as="button" onClick={() => setAll(true)}>{t`Show all ${money.notCosted.length}`}</Link>
            )}
          </MessageBarBody>
        </MessageBar>
      )}
      {money.overlaps.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t`Support that overlaps`}</MessageBarTitle>
            {t`The same provision for the same pupil on the same days. Where it is as often, as long and by the same person, those days count once.`}
            <ul className={styles.list}>
              {money.overlaps.slice(0, all ? undefined : some).map(({ line, span, same }) => (
                <li key={line.key}>
                  <Link inline href={lineOf(line.pupil, line.key)}>
                    {nameOf(line.pupil)}
                  </Link>{' '}
                  {t`from ${showDay(span.from)}`}
                  {span.until < '9999' && t` to ${showDay(span.until)}`}:{' '}
                  {same ? t`counted once` : t`both count`}
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {unfunded.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t`Top-up that can’t be reckoned`}</MessageBarTitle>
            <ul className={styles.list}>
              {unfunded.map(({ pupil, funding }) => (
                <li key={pupil.key}>
                  <PupilName pupil={pupil} />
                  {t`: needs ${funding.missing.join('; ')}`}
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {twice.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t`Top-up to look at`}</MessageBarTitle>
            <ul className={styles.list}>
              {twice.slice(0, all ? undefined : some).flatMap(({ pupil, funding }) =>
                funding.hints.map((hint) => (
                  <li key={pupil.key + hint}>
                    <Link inline href={href({ at: 'pupil', key: pupil.key, section: 'provision' })}>
                      <PupilName pupil={pupil} />
                    </Link>
                    : {hint}.
                  </li>
                )),
              )}
            </ul>
            {twice.length > some && !all && (
              <Link as="button" onClick={() => setAll(true)}>{t`Show all ${twice.length}`}</Link>
            )}
          </MessageBarBody>
        </MessageBar>
      )}
      {lacking.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t`Costing rules with a rate missing`}</MessageBarTitle>
            <ul className={styles.list}>
              {lacking.map(({ authority, roles }) => (
                <li
                  key={authority}
                >{t`${authority} reckons at its own rates and none is entered for ${roles.join(', ')}: the school’s own rate is taken.`}</li>
              ))}
            </ul>
            <Link
              inline
              href={href({ at: 'school', section: 'costing' })}
            >{t`Complete the authority’s rules`}</Link>
          </MessageBarBody>
        </MessageBar>
      )}
      {without.length > 0 && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            {t`No costing rules are entered for ${without.map((name) => name || t`pupils without an authority`).join(', ')}: there every line counts that is not marked otherwise. `}
            <Link
              inline
              href={href({ at: 'school', section: 'costing' })}
            >{t`Write the authority’s rules`}</Link>
          </MessageBarBody>
        </MessageBar>
      )}
      {money.leftOut > 0 && (
        <MessageBar layout="multiline">
          <MessageBarBody>{t`Left out: ${money.leftOut} ${money.leftOut === 1 ? t`line` : t`lines`} of pupils who are archived.`}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  )
}
