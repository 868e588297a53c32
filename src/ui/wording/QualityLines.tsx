import { t } from '../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { CheckedLine, QualityPlace } from '../../domain/rules/quality.ts'
import { StatusMark } from '../StatusMark.tsx'
import { Why } from '../Why.tsx'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 16px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mark: { textAlign: 'right' },
  // Without colours a link is told by its line.
  link: { '@media (forced-colors: active)': { textDecorationLine: 'underline' } },
  lost: {
    gridColumn: '1 / -1',
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
})

/** The checks of a review one under another: what is there, and each lost point as a way to its field. */
export const QualityLines = ({
  lines,
  hrefOf,
  onGo,
}: {
  lines: readonly CheckedLine[]
  /** An address where there is one; a button's word otherwise. */
  hrefOf?: (place: QualityPlace) => string
  onGo?: (place: QualityPlace) => void
}) => {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {lines.map(({ check, row, of, met, lost }) => (
        <li key={check} className={styles.line}>
          <Text>
            {row.says}{' '}
            <Why
              why={{
                rule: check,
                says: row.says,
                strength: row.strength,
                source: row.source,
                inputs: [
                  { label: t`Weight`, value: t`${row.weight} points` },
                  { label: t`There`, value: t`${met} of ${of}` },
                ],
              }}
            >{t`Why`}</Why>
          </Text>
          <div className={styles.mark}>
            <StatusMark
              status={met === of ? 'done' : met > 0 ? 'dueSoon' : 'onTrack'}
              word={of === 1 ? (met === 1 ? t`There` : t`Missing`) : t`${met} of ${of}`}
            />
          </div>
          {lost.length > 0 && (
            <ul className={styles.lost}>
              {lost.map(({ words, place }) => (
                <li key={`${words} ${place.record}`}>
                  {onGo ? (
                    <Link className={styles.link} href={hrefOf?.(place)} onClick={() => onGo(place)}>
                      {words}
                    </Link>
                  ) : (
                    <Text>{words}</Text>
                  )}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
