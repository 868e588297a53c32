import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { effectBands, enoughPupils } from '../../../domain/rules/effectSize.ts'
import { leastFidelity } from '../../../domain/rules/fidelity.ts'
import { ratioBands } from '../../../domain/rules/ratioGain.ts'
import { type Bands, usualScoreBands } from '../../../domain/rules/scoreBands.ts'
import { effectRule } from '../../../domain/rules/suggestion.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '720px' },
  opener: { alignSelf: 'start', paddingLeft: '4px' },
  table: {
    borderCollapse: 'collapse',
    '& th, & td': { textAlign: 'left', padding: '4px 24px 4px 0', fontWeight: tokens.fontWeightRegular },
    '& caption': { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, paddingBottom: '4px' },
    '& thead th': { color: tokens.colorNeutralForeground2 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** How figures of impact are read everywhere, with where each cut-off comes from and how sure it is. */
export const HowRead = () => {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.all}>
      <Button
        appearance="transparent"
        className={styles.opener}
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >{t`How figures are read`}</Button>
      {open && (
        <>
          <BandTable caption={t`Ratio gain`} unit={t`From`} bands={ratioBands} />
          <BandTable
            caption={t`Standardised scores, where a tool has no bands of its own`}
            unit={t`From`}
            bands={usualScoreBands}
          />
          <BandTable caption={t`Effect size of a group`} unit={t`From`} bands={effectBands} />
          <Text>{t`An effect size is always called indicative, as there is no control group; below ${enoughPupils} pupils that is said too. Where less than ${leastFidelity}% of planned sessions was held, impact is called unreliable. The figures suggest “effective” from a ratio gain of ${effectRule.ratioYes}, a gain beyond the test’s interval, a target or the gain that you expected reached, or ${effectRule.goalsYes}% of goals; you decide.`}</Text>
        </>
      )}
    </div>
  )
}

const BandTable = ({ caption, unit, bands }: { caption: string; unit: string; bands: Bands }) => {
  const styles = useStyles()
  return (
    <div>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            <th scope="col">{t`Called`}</th>
          </tr>
        </thead>
        <tbody>
          {bands.bands.map(({ from, name }) => (
            <tr key={name}>
              <th scope="row">{Number.isFinite(from) ? String(from).replace('-', '−') : t`Below that`}</th>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text size={200} className={styles.quiet}>
        {bands.source}. {bands.confidence}.
      </Text>
    </div>
  )
}
