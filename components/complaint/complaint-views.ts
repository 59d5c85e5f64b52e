/** One file to fetch for all of the co-pilot. */
import './complaint.css';

export { ComplaintSection } from './ComplaintSection.tsx';
export { ComplaintWatch } from './ComplaintWatch.tsx';
export { SeverityChip } from './SeverityChip.tsx';
export { SignalChips } from './SignalChips.tsx';
