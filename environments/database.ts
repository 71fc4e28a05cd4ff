import { z } from 'zod';

const engineVersion = z.string().regex(/^\d{2}\.\d{1,2}$/, 'a major and a minor version such as 17.9');

/** The platform's relational database. AWS's bounds of these numbers are the constructs'. */
export const database = z
  .strictObject({
    /**
     * Of Aurora PostgreSQL. A new minor version goes to `dr` first: AWS refuses a writer that is newer than who follows
     * it.
     */
    engineVersion,
    /** Of all instances in both regions. */
    instanceClass: z.string().regex(/^db\.[a-z0-9]+\.[a-z0-9]+$/, 'an instance class looks like db.r7g.large'),
    /** In the home region, each in another availability zone than the one before; one of them writes. */
    instances: z.int().min(1),
    /** How far back a point in time can be restored. */
    backupRetentionDays: z.int().min(1),
    /** Every day, in UTC: `07:00-08:00`. */
    backupWindow: z.string(),
    /** Every week, in UTC: `sun:09:00-sun:10:00`. */
    maintenanceWindow: z.string(),
    /** Seconds from one look at the operating system to the next; 0 never looks. */
    monitoringInterval: z.int().min(0),
    /** The advanced mode is paid by capacity and keeps 465 days or more. */
    insights: z.strictObject({ mode: z.enum(['standard', 'advanced']), retentionDays: z.int().min(7) }),
    /** Days that CloudWatch keeps what the database logs. */
    logRetentionDays: z.int().min(1),
    dr: z.strictObject({
      engineVersion,
      /** None stores only: before it can write, it needs one. */
      instances: z.int().min(0),
    }),
    /**
     * Which region's cluster the platform connects to. AWS switches over by itself or when told to; this follows it.
     */
    writer: z.enum(['home', 'dr']),
  })
  .refine(({ writer, dr }) => writer === 'home' || dr.instances > 0, {
    path: ['writer'],
    error: 'the DR region has no instances, nothing there can write',
  });
