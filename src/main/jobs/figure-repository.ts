import { AppError } from '../../shared/app-error';
import { figureSchema, type Figure, type FigureEntry } from '../../shared/figure';
import type { Database } from './database';

/** Figures as they were last worked on. */
export interface FigureRepository {
  /** The newest first. */
  list(): FigureEntry[];
  /** Throws not_found. */
  get(id: string): Figure;
  save(figure: Figure): void;
  remove(id: string): void;
}

export function createFigureRepository(database: Database): FigureRepository {
  const all = database.prepare('SELECT id, name, panels, updated_at FROM figures ORDER BY updated_at DESC, id');
  const select = database.prepare('SELECT content FROM figures WHERE id = ?');
  const upsert = database.prepare(
    `INSERT INTO figures (id, name, panels, updated_at, content) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, panels = excluded.panels,
       updated_at = excluded.updated_at, content = excluded.content`,
  );
  const remove = database.prepare('DELETE FROM figures WHERE id = ?');
  return {
    list: () =>
      all.all().map((row) => ({
        id: String(row['id']),
        name: String(row['name']),
        panels: Number(row['panels']),
        updatedAt: Number(row['updated_at']),
      })),
    get(id) {
      const row = select.get(id);
      if (!row) throw new AppError('not_found');
      return figureSchema.parse(JSON.parse(String(row['content'])));
    },
    save(figure) {
      upsert.run(figure.id, figure.name, figure.panels.length, figure.updatedAt, JSON.stringify(figure));
    },
    remove(id) {
      remove.run(id);
    },
  };
}
