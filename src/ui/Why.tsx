import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Strength, Why as Reason } from '../domain/rules/why.ts'

/** How binding a rule is, in words. */
export const strengths: Record<Strength, string> = {
  must: 'The law says so',
  should: 'Statutory guidance says so',
  local: 'A setting of your school or authority',
  recommended: 'Good practice, not law',
}

const useStyles = makeStyles({
  opener: {
    display: 'inline',
    verticalAlign: 'baseline',
    minWidth: 0,
    padding: '0 2px',
    height: 'auto',
    fontWeight: tokens.fontWeightRegular,
    fontSize: 'inherit',
    lineHeight: 'inherit',
    color: 'inherit',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textUnderlineOffset: '3px',
    textDecorationColor: tokens.colorNeutralStrokeAccessible,
    whiteSpace: 'nowrap',
  },
  surface: { maxWidth: '340px', display: 'flex', flexDirection: 'column', gap: '8px' },
  inputs: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '12px',
    rowGap: '2px',
    margin: 0,
    '& dd': { margin: 0 },
    '& dt': { color: tokens.colorNeutralForeground2 },
  },
  source: { color: tokens.colorNeutralForeground2 },
})

/** A date or a sum that says, when asked, which rule it comes from, from what, and who says so. */
export const Why = ({ why, children }: { why: Reason; children: ReactNode }) => {
  const styles = useStyles()
  return (
    <Popover withArrow openOnHover mouseLeaveDelay={200} positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="transparent" size="small" className={styles.opener} aria-description="Why">
          {children}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label="Why">
        <WhyText why={why} />
      </PopoverSurface>
    </Popover>
  )
}

const WhyText = ({ why }: { why: Reason }) => {
  const styles = useStyles()
  return (
    <>
      <Text weight="semibold">{why.says}</Text>
      <dl className={styles.inputs}>
        {why.inputs.map(({ label, value }) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <dt>How binding</dt>
        <dd>{strengths[why.strength]}</dd>
      </dl>
      <Text size={200} className={styles.source}>
        Source: {why.source}
      </Text>
    </>
  )
}
