import type { Settings } from 'sigma/settings';
import type { NodeDisplayData, PartialButFor } from 'sigma/types';
import { createRoom, type Room } from './room.ts';

type Drawn = PartialButFor<NodeDisplayData, 'x' | 'y' | 'size' | 'label' | 'color'> & {
  /** Smaller words below the name. */
  readonly below?: string;
};

/** Room between a node and its name, in pixels. */
const GAP = 4;

/** Colours of names, read from the theme. */
export interface Inks {
  readonly ink: string;
  readonly faint: string;
  readonly paper: string;
  readonly line: string;
}

/**
 * Draws a name right of its node, with a halo of paper so that it can be read across edges.
 * @param room what other names have taken; a name that has to be shown does not ask for it
 */
export function labelDrawer(inks: Inks, room: Room) {
  const widths = new Map<string, number>();
  const widthOf = (context: CanvasRenderingContext2D, label: string) => {
    const width = widths.get(label) ?? context.measureText(label).width;
    widths.set(label, width);
    return width;
  };
  return (context: CanvasRenderingContext2D, data: Drawn, settings: Settings): void => {
    if (!data.label) return;
    context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    const x = data.x + data.size + GAP;
    const y = data.y + settings.labelSize / 3;
    const height = settings.labelSize * (data.below ? 2 : 1);
    const hasRoom = room.takes(x, y - settings.labelSize, widthOf(context, data.label), height);
    if (!hasRoom && !data.forceLabel) return;
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = inks.paper;
    context.strokeText(data.label, x, y);
    context.fillStyle = inks.ink;
    context.fillText(data.label, x, y);
    if (!data.below) return;
    context.font = `${settings.labelSize - 2}px ${settings.labelFont}`;
    context.strokeText(data.below, x, y + settings.labelSize);
    context.fillStyle = inks.faint;
    context.fillText(data.below, x, y + settings.labelSize);
  };
}

/** Draws a ring around the node under the pointer, and its name on a plate. */
export function hoverDrawer(inks: Inks) {
  const drawLabel = labelDrawer(inks, createRoom());
  return (context: CanvasRenderingContext2D, data: Drawn, settings: Settings): void => {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2);
    context.lineWidth = 2;
    context.strokeStyle = inks.ink;
    context.stroke();
    if (!data.label) return;
    context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    const width = context.measureText(data.label).width + 2 * GAP;
    const height = settings.labelSize + 2 * GAP;
    context.beginPath();
    context.roundRect(data.x + data.size + 1, data.y - height / 2, width + 2, height, 4);
    context.fillStyle = inks.paper;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = inks.line;
    context.stroke();
    drawLabel(context, { ...data, below: '', forceLabel: true }, settings);
  };
}
