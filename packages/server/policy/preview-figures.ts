import type { DeskFigures } from '@rapport/core';
import type { PolicyPreview } from '@rapport/protocol';

/** What really happened, and what would have under the policy that holds and under the one that is tried. */
export type PreviewColumns = NonNullable<PolicyPreview['columns']>;

export type PreviewColumn = PreviewColumns['recorded'];

/** The figures that a preview sets side by side; what is a share or a wait of nothing is left out. */
export function previewFigures({ total, agents, siloMs }: DeskFigures): PreviewColumn {
  const { counts, serviceLevel, abandonment, bonds } = total;
  const figures = {
    offeredCount: total.offeredCount,
    answeredCount: counts.answeredCount,
    abandonedCount: counts.abandonedCount,
    serviceLevelRatio: serviceLevel.withoutEarlyAbandonsRatio,
    abandonmentRatio: abandonment.withoutShortAbandonsRatio,
    answerWaitMsMean: total.answerWaitMsMean,
    waitMsMean: total.waitMsMean,
    waitMsP90: total.waitMsP90,
    continuityRatio: bonds.continuityRatio,
    bondKeptRatio: bonds.bondKeptRatio,
    occupancyRatio: agents.occupancyRatio,
    siloMs: Object.values(siloMs).reduce((sum, ms) => sum + ms, 0),
  };
  const told = Object.entries(figures).filter(([, value]) => value !== null);
  return Object.fromEntries(told) as unknown as PreviewColumn;
}
