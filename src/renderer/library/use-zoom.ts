import { useState } from 'react';
import { fitZoom, nextZoom } from '../ui/zoom';

export interface Zoom {
  /** 1 is one picture pixel for each pixel of the screen. */
  value: number;
  fits: boolean;
  in: () => void;
  out: () => void;
  fit: () => void;
  actual: () => void;
  /** The canvas tells how much room there is, and how large the picture is, both in CSS px. */
  setRoom: (room: Room) => void;
}

export interface Room {
  picture: { width: number; height: number };
  box: { width: number; height: number };
}

const NO_ROOM: Room = { picture: { width: 0, height: 0 }, box: { width: 0, height: 0 } };

/** Follows the window while the picture is fitted to it, until the user chooses a zoom. */
export function useZoom(): Zoom {
  const [chosen, setChosen] = useState<number | null>(null);
  const [room, setRoom] = useState<Room>(NO_ROOM);
  const value = chosen ?? fitZoom(room.picture, room.box);
  return {
    value,
    fits: chosen === null,
    in: () => {
      setChosen(nextZoom(value, 1));
    },
    out: () => {
      setChosen(nextZoom(value, -1));
    },
    fit: () => {
      setChosen(null);
    },
    actual: () => {
      setChosen(1);
    },
    setRoom,
  };
}
