// Generated, do not edit: made by `pnpm codegen` from codegen/klaviyo/2026-07-15.yaml.

export interface paths {
    "/api/profile-import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or update a profile
         * @description Creates the profile, or updates the one with the same `id` or else the same identifiers. A member left out stays as it is; `null` clears it. Safe to send again. 409 `duplicate_profile` means that the identifiers belong to two profiles. With `additional-fields` it carries subscriptions and predictions too. The body may have 100 kB.
         */
        post: operations["create_or_update_profile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List profiles
         * @description Pages through the profiles of the account. Asking for `predictive_analytics` lowers the rate limit to 10/s and 150/m.
         */
        get: operations["get_profiles"];
        put?: never;
        /**
         * Create a profile
         * @description Fails with 409 `duplicate_profile` when an identifier is taken; profile import updates instead. The body may have 100 kB.
         */
        post: operations["create_profile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a profile
         * @description One profile by its id. Including lists or segments lowers the rate limit to 1/s and 15/m.
         */
        get: operations["get_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a profile
         * @description Changes a profile by its id. A member left out stays as it is; `null` clears it. The body may have 100 kB.
         */
        patch: operations["update_profile"];
        trace?: never;
    };
    "/api/profile-bulk-import-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List bulk import jobs
         * @description Pages through the bulk import jobs that Klaviyo still remembers.
         */
        get: operations["get_bulk_import_profiles_jobs"];
        put?: never;
        /**
         * Import profiles in bulk
         * @description Starts a job that creates or updates up to 10,000 profiles. The whole body is checked at once: one bad profile fails the request with its pointer. What goes wrong later is in the import errors of the job. Bulk import ignores `null`: it cannot clear a field. The body may have 5 MB, each profile 100 kB.
         */
        post: operations["bulk_import_profiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile-bulk-import-jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a bulk import job
         * @description State and counts of one job.
         */
        get: operations["get_bulk_import_profiles_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile-bulk-import-jobs/{id}/import-errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the errors of a bulk import job
         * @description Which profiles of the job were not imported, and why.
         */
        get: operations["get_errors_for_bulk_import_profiles_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description Pages through the events of the account. The metric filter does not know custom metrics.
         */
        get: operations["get_events"];
        put?: never;
        /**
         * Create an event
         * @description Records one event and creates or updates its profile. The body is checked at once, the rest is done later. A phone number that Klaviyo cannot use is left out and named in a response header. With `unique_id` it is safe to send again.
         */
        post: operations["create_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an event
         * @description One event by its id.
         */
        get: operations["get_event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-bulk-create-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create events in bulk
         * @description Records up to 1000 events of one or more profiles, counted over all entries, in a body of up to 5 MB. The body is checked at once, the rest is done later; there is no job to ask about. A repeated `unique_id` fails the whole request.
         */
        post: operations["bulk_create_events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List metrics
         * @description Pages through the metrics of the account, at most 200 to a page.
         */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a metric
         * @description One metric by its id.
         */
        get: operations["get_metric"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List lists
         * @description Pages through the lists of the account, at most 10 to a page.
         */
        get: operations["get_lists"];
        put?: never;
        /**
         * Create a list
         * @description Makes an empty list.
         */
        post: operations["create_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a list
         * @description One list by its id. Asking for `profile_count` lowers the rate limit to 1/s and 15/m.
         */
        get: operations["get_list"];
        put?: never;
        post?: never;
        /**
         * Delete a list
         * @description Removes the list; its members stay as profiles.
         */
        delete: operations["delete_list"];
        options?: never;
        head?: never;
        /**
         * Change a list
         * @description Changes its name, its opt-in process or both.
         */
        patch: operations["update_list"];
        trace?: never;
    };
    "/api/lists/{id}/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of a list
         * @description Asking for `predictive_analytics` lowers the rate limit to 10/s and 150/m.
         */
        get: operations["get_profiles_for_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lists/{id}/relationships/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the ids of the members of a list
         * @description Like listing the members, with nothing but their ids.
         */
        get: operations["get_profile_ids_for_list"];
        put?: never;
        /**
         * Add profiles to a list
         * @description Makes up to 1000 profiles members. This gives no consent: to subscribe people, use the bulk subscribe operation.
         */
        post: operations["add_profiles_to_list"];
        /**
         * Remove profiles from a list
         * @description Ends the membership of up to 1000 profiles. Consent is not touched, but messages to this list no longer reach them.
         */
        delete: operations["remove_profiles_from_list"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List segments
         * @description Pages through the segments of the account, at most 10 to a page.
         */
        get: operations["get_segments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a segment
         * @description One segment by its id. Asking for `profile_count` lowers the rate limit to 1/s and 15/m.
         */
        get: operations["get_segment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{id}/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of a segment
         * @description Pages through the profiles that are in the segment now.
         */
        get: operations["get_profiles_for_segment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{id}/relationships/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the ids of the members of a segment
         * @description Like listing the members, with nothing but their ids.
         */
        get: operations["get_profile_ids_for_segment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile-subscription-bulk-create-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Subscribe profiles
         * @description Records the consent of up to 1000 profiles to email, SMS, WhatsApp or push, and adds them to the list if one is given. Where double opt-in applies, they first get a message to confirm. Earlier unsubscribes, spam reports and manual suppressions of the profiles are lifted. A channel whose identifier is missing fails the request.
         */
        post: operations["bulk_subscribe_profiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile-subscription-bulk-delete-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unsubscribe profiles
         * @description Withdraws the consent of up to 100 profiles to email, SMS, WhatsApp or push. Given a list, a profile leaves that list; a profile that is not on it, or no list, means unsubscribed from everything. So a second call with the same list can do more than the first.
         */
        post: operations["bulk_unsubscribe_profiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile-suppression-bulk-create-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List suppress jobs
         * @description Pages through the jobs that suppress profiles.
         */
        get: operations["get_bulk_suppress_profiles_jobs"];
        put?: never;
        /**
         * Suppress profiles
         * @description Stops email marketing to up to 100 addresses, or to all current members of a list or segment, whatever their consent. Unknown addresses become profiles.
         */
        post: operations["bulk_suppress_profiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile-suppression-bulk-create-jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one suppress job
         * @description State and counts of one job.
         */
        get: operations["get_bulk_suppress_profiles_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile-suppression-bulk-delete-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List unsuppress jobs
         * @description Pages through the jobs that unsuppress profiles.
         */
        get: operations["get_bulk_unsuppress_profiles_jobs"];
        put?: never;
        /**
         * Unsuppress profiles
         * @description Takes manual suppressions (`USER_SUPPRESSED`) off up to 100 addresses, or off all current members of a list or segment. Unsubscribed, bounced and invalid addresses stay suppressed.
         */
        post: operations["bulk_unsuppress_profiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile-suppression-bulk-delete-jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one unsuppress job
         * @description State and counts of one job.
         */
        get: operations["get_bulk_unsuppress_profiles_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-privacy-deletion-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a profile for privacy
         * @description Deletes every profile that matches the one identifier given, with all its data. It cannot be undone. More than one identifier is an error.
         */
        post: operations["request_profile_deletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts
         * @description The one account that the key belongs to. A good way to test a key.
         */
        get: operations["get_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an account
         * @description The account by its id; only that of the key can be asked for.
         */
        get: operations["get_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Where a person lives or is. */
        Location: {
            /** @description First line of the street address. */
            address1?: string | null;
            /** @description Second line of the street address. */
            address2?: string | null;
            city?: string | null;
            country?: string | null;
            /** @description Decimal degrees; four decimal places are enough. */
            latitude?: string | number | null;
            /** @description Decimal degrees; four decimal places are enough. */
            longitude?: string | number | null;
            /** @description State, province or another part of the country. */
            region?: string | null;
            /** @description Postal code. */
            zip?: string | null;
            /** @description IANA time zone, such as `Europe/Berlin`. */
            timezone?: string | null;
            /** @description IP address. */
            ip?: string | null;
        };
        /** @description Where a person lives or is, in a response. */
        ProfileLocation: {
            /** @description First line of the street address. */
            address1?: string | null;
            /** @description Second line of the street address. */
            address2?: string | null;
            city?: string | null;
            country?: string | null;
            /** @description Decimal degrees; four decimal places are enough. */
            latitude?: string | number | null;
            /** @description Decimal degrees; four decimal places are enough. */
            longitude?: string | number | null;
            /** @description State, province or another part of the country. */
            region?: string | null;
            /** @description Postal code. */
            zip?: string | null;
            /** @description IANA time zone, such as `Europe/Berlin`. */
            timezone?: string | null;
            /** @description IP address. */
            ip?: string | null;
        };
        /** @description What can be set on a profile when it is imported. A member left out stays as it is; `null` clears it. */
        ProfileAttributes: {
            email?: string | null;
            /** @description In E.164 form, such as `+15005550006`. */
            phone_number?: string | null;
            /** @description Id of the person in your own system. */
            external_id?: string | null;
            /** @description Encrypted identifier (exchange id) that Klaviyo's web tracking puts into links. */
            _kx?: string | null;
            first_name?: string | null;
            last_name?: string | null;
            /** @description Company the person works for. */
            organization?: string | null;
            /** @description Language tag of BCP 47: ISO 639 language, ISO 3166 country, such as `de-AT`. */
            locale?: string | null;
            /** @description Job title. */
            title?: string | null;
            /** @description URL of a picture of the person. */
            image?: string | null;
            location?: components["schemas"]["Location"] | null;
            /** @description Custom properties: names and values of your choice. */
            properties?: {
                [key: string]: unknown;
            } | null;
        };
        /** @description Changes relative to what the profile already holds. */
        ProfileMeta: {
            patch_properties?: components["schemas"]["PropertiesPatch"] | null;
            patch_identifiers?: components["schemas"]["IdentifiersPatch"] | null;
        };
        /** @description Changes to custom properties that do not replace their whole value. */
        PropertiesPatch: {
            /** @description For each named property, a value or values to add to its array. */
            append?: {
                [key: string]: unknown;
            } | null;
            /** @description For each named property, a value or values to take out of its array. */
            unappend?: {
                [key: string]: unknown;
            } | null;
            /** @description A custom property, or several, to remove altogether. */
            unset?: string | string[] | null;
        };
        /** @description Changes to the secondary identifiers of a profile. */
        IdentifiersPatch: {
            /** @description Identifiers to add; only `email` is supported, with a list of secondary addresses. */
            append?: {
                [key: string]: unknown;
            };
            /** @description Identifiers to remove; only `email` is supported. */
            unappend?: {
                [key: string]: unknown;
            };
        };
        ProfileUpsert: {
            /** @constant */
            type: "profile";
            /** @description Klaviyo id of the profile; without it the identifiers in `attributes` decide which profile is meant. */
            id?: string | null;
            attributes: components["schemas"]["ProfileAttributes"];
            meta?: components["schemas"]["ProfileMeta"] | null;
        };
        ProfileUpsertRequest: {
            data: components["schemas"]["ProfileUpsert"];
        };
        /** @description What can be set on a new profile; at least one identifier is needed. */
        ProfileCreateAttributes: {
            email?: string | null;
            /** @description In E.164 form, such as `+15005550006`. */
            phone_number?: string | null;
            /** @description Id of the person in your own system. */
            external_id?: string | null;
            first_name?: string | null;
            last_name?: string | null;
            /** @description Company the person works for. */
            organization?: string | null;
            /** @description Language tag of BCP 47: ISO 639 language, ISO 3166 country, such as `de-AT`. */
            locale?: string | null;
            /** @description Job title. */
            title?: string | null;
            /** @description URL of a picture of the person. */
            image?: string | null;
            location?: components["schemas"]["Location"] | null;
            /** @description Custom properties: names and values of your choice. */
            properties?: {
                [key: string]: unknown;
            } | null;
        };
        ProfileCreateRequest: {
            data: {
                /** @constant */
                type: "profile";
                attributes: components["schemas"]["ProfileCreateAttributes"];
            };
        };
        /** @description What can be changed on a profile. A member left out stays as it is; `null` clears it. */
        ProfileUpdateAttributes: {
            email?: string | null;
            /** @description In E.164 form, such as `+15005550006`. */
            phone_number?: string | null;
            /** @description Id of the person in your own system. */
            external_id?: string | null;
            first_name?: string | null;
            last_name?: string | null;
            /** @description Company the person works for. */
            organization?: string | null;
            /** @description Language tag of BCP 47: ISO 639 language, ISO 3166 country, such as `de-AT`. */
            locale?: string | null;
            /** @description Job title. */
            title?: string | null;
            /** @description URL of a picture of the person. */
            image?: string | null;
            location?: components["schemas"]["Location"] | null;
            /** @description Custom properties: names and values of your choice. */
            properties?: {
                [key: string]: unknown;
            } | null;
        };
        ProfileUpdateRequest: {
            data: {
                /** @constant */
                type: "profile";
                /** @description Id of the profile, the same as in the path. */
                id: string;
                attributes: components["schemas"]["ProfileUpdateAttributes"];
                meta?: components["schemas"]["ProfileMeta"] | null;
            };
        };
        ProfileBulkImportRequest: {
            data: {
                /** @constant */
                type: "profile-bulk-import-job";
                attributes: {
                    profiles: {
                        data: components["schemas"]["ProfileUpsert"][];
                    };
                };
                relationships?: {
                    /** @description Lists that the profiles join. Joining a list this way gives no consent. */
                    lists?: {
                        data?: components["schemas"]["ListReference"][];
                    };
                };
            };
        };
        /** @description The metric that an event counts for. */
        EventMetric: {
            data: {
                /** @constant */
                type: "metric";
                attributes: {
                    /** @description Name of the metric, shorter than 128 characters. Klaviyo creates the metric when it is new. */
                    name: string;
                    /** @description Integration that the metric belongs to; leave it out to get the default, `api`. */
                    service?: string | null;
                };
            };
        };
        EventCreateAttributes: {
            /** @description Free-form. Segments see plain values and arrays at the top level; data that only templates need goes into `$extra`. At most 400, and no string in them above 100 kB. */
            properties: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it happened, kept to the second. From after the year 1990 to one year ahead. Absent means the time of receipt.
             */
            time?: string | null;
            /** @description Amount to sum up over events of the metric, such as a price. */
            value?: number | null;
            /** @description ISO 4217 code of the currency of `value`. */
            value_currency?: string | null;
            /** @description Makes the event idempotent: of several with the same profile, metric and `unique_id` only the first is kept. Without it, Klaviyo keeps one event for each profile, metric and second. */
            unique_id?: string | null;
            /**
             * @description `true` records the event without starting any flow, for history that is loaded later.
             * @default false
             */
            backfill?: boolean | null;
            metric: components["schemas"]["EventMetric"];
            profile: {
                data: components["schemas"]["EventProfile"];
            };
        };
        /** @description The person who did it: at least one identifier. The profile is created or updated. */
        EventProfile: {
            /** @constant */
            type: "profile";
            /** @description Klaviyo id of the profile. */
            id?: string | null;
            attributes: components["schemas"]["EventProfileAttributes"];
        };
        /** @description Profile data sent with one event. Unlike everywhere else, `meta` sits among the attributes. */
        EventProfileAttributes: {
            email?: string | null;
            /** @description In E.164 form, such as `+15005550006`. */
            phone_number?: string | null;
            /** @description Id of the person in your own system. */
            external_id?: string | null;
            /** @description Identifies a person of whom nothing better is known. */
            anonymous_id?: string | null;
            /** @description Encrypted identifier (exchange id) that Klaviyo's web tracking puts into links. */
            _kx?: string | null;
            first_name?: string | null;
            last_name?: string | null;
            /** @description Company the person works for. */
            organization?: string | null;
            /** @description Language tag of BCP 47: ISO 639 language, ISO 3166 country, such as `de-AT`. */
            locale?: string | null;
            /** @description Job title. */
            title?: string | null;
            /** @description URL of a picture of the person. */
            image?: string | null;
            location?: components["schemas"]["Location"] | null;
            /** @description Custom properties: names and values of your choice. */
            properties?: {
                [key: string]: unknown;
            } | null;
            meta?: components["schemas"]["ProfileMeta"] | null;
        };
        EventCreateRequest: {
            data: {
                /** @constant */
                type: "event";
                attributes: components["schemas"]["EventCreateAttributes"];
            };
        };
        BulkEventAttributes: {
            /** @description Free-form. Segments see plain values and arrays at the top level; data that only templates need goes into `$extra`. At most 400, and no string in them above 100 kB. */
            properties: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it happened, kept to the second. From after the year 1990 to one year ahead. Absent means the time of receipt.
             */
            time?: string | null;
            /** @description Amount to sum up over events of the metric, such as a price. */
            value?: number | null;
            /** @description ISO 4217 code of the currency of `value`. */
            value_currency?: string | null;
            /** @description Makes the event idempotent: a repeat with the same profile and metric fails the whole request. Without it, Klaviyo keeps one event for each profile, metric and second. */
            unique_id?: string | null;
            /**
             * @description `true` records the event without starting any flow, for history that is loaded later.
             * @default false
             */
            backfill?: boolean | null;
            metric: components["schemas"]["EventMetric"];
        };
        BulkEvent: {
            /** @constant */
            type: "event";
            attributes: components["schemas"]["BulkEventAttributes"];
        };
        /** @description Profile data sent with the events of one entry. */
        BulkEventProfileAttributes: {
            email?: string | null;
            /** @description In E.164 form, such as `+15005550006`. */
            phone_number?: string | null;
            /** @description Id of the person in your own system. */
            external_id?: string | null;
            /** @description Identifies a person of whom nothing better is known. */
            anonymous_id?: string | null;
            /** @description Encrypted identifier (exchange id) that Klaviyo's web tracking puts into links. */
            _kx?: string | null;
            first_name?: string | null;
            last_name?: string | null;
            /** @description Company the person works for. */
            organization?: string | null;
            /** @description Language tag of BCP 47: ISO 639 language, ISO 3166 country, such as `de-AT`. */
            locale?: string | null;
            /** @description Job title. */
            title?: string | null;
            /** @description URL of a picture of the person. */
            image?: string | null;
            location?: components["schemas"]["Location"] | null;
            /** @description Custom properties: names and values of your choice. */
            properties?: {
                [key: string]: unknown;
            } | null;
        };
        /** @description The person who did it: at least one identifier. */
        BulkEventProfile: {
            /** @constant */
            type: "profile";
            /** @description Klaviyo id of the profile. */
            id?: string | null;
            attributes: components["schemas"]["BulkEventProfileAttributes"];
            meta?: components["schemas"]["ProfileMeta"] | null;
        };
        /** @description One profile and its events. */
        EventBulkCreateEntry: {
            /** @constant */
            type: "event-bulk-create";
            attributes: {
                /**
                 * @description `true` records the event without starting any flow, for history that is loaded later.
                 * @default false
                 */
                backfill?: boolean | null;
                profile: {
                    data: components["schemas"]["BulkEventProfile"];
                };
                events: {
                    data: components["schemas"]["BulkEvent"][];
                };
            };
        };
        EventBulkCreateRequest: {
            data: {
                /** @constant */
                type: "event-bulk-create-job";
                attributes: {
                    "events-bulk-create": {
                        data: components["schemas"]["EventBulkCreateEntry"][];
                    };
                };
            };
        };
        SubscribeRequest: {
            data: {
                /** @constant */
                type: "profile-subscription-bulk-create-job";
                attributes: {
                    /** @description Where the consent was collected; kept on the consent record. */
                    custom_source?: string | null;
                    profiles: {
                        data: components["schemas"]["SubscribeProfile"][];
                    };
                    /**
                     * @description `true` loads consent collected earlier: no double opt-in message, no list flows, and every `consented_at` is required and must lie in the past.
                     * @default false
                     */
                    historical_import?: boolean | null;
                };
                relationships?: {
                    /** @description List that the profiles join; its opt-in process applies. Without one, that of the account does. */
                    list?: {
                        data?: components["schemas"]["ListReference"];
                    };
                };
            };
        };
        MarketingConsent: {
            /** @constant */
            consent: "SUBSCRIBED";
            /**
             * Format: date-time
             * @description When the person consented. Only allowed, and then required, with `historical_import`.
             */
            consented_at?: string | null;
        };
        SubscribeProfile: {
            /** @constant */
            type: "profile";
            /** @description Klaviyo id of the profile; when given it decides which profile is meant. */
            id?: string | null;
            attributes: {
                /** @description Needed to subscribe to email; without that channel it is only set on the profile. */
                email?: string | null;
                /** @description In E.164 form. Needed to subscribe to SMS; without that channel it is only set on the profile. */
                phone_number?: string | null;
                subscriptions: components["schemas"]["SubscriptionChannels"];
                /**
                 * Format: date
                 * @description Date of birth, needed for SMS consent in accounts that check the age.
                 */
                age_gated_date_of_birth?: string | null;
            };
        };
        /** @description The channels to subscribe to. */
        SubscriptionChannels: {
            email?: components["schemas"]["EmailSubscription"] | null;
            sms?: components["schemas"]["SmsSubscription"] | null;
            whatsapp?: components["schemas"]["WhatsAppSubscription"] | null;
            push?: components["schemas"]["PushSubscription"] | null;
        };
        EmailSubscription: {
            marketing?: components["schemas"]["MarketingConsent"] | null;
            open_tracking?: components["schemas"]["OpenTrackingConsent"] | null;
        };
        /** @description Consent to track opened emails. It does not make the profile join the list. */
        OpenTrackingConsent: {
            /** @constant */
            consent: "SUBSCRIBED";
        };
        SmsSubscription: {
            marketing?: components["schemas"]["MarketingConsent"] | null;
            transactional?: components["schemas"]["MarketingConsent"] | null;
        };
        WhatsAppSubscription: {
            marketing?: components["schemas"]["MarketingConsent"] | null;
            transactional?: components["schemas"]["MarketingConsent"] | null;
        };
        PushSubscription: {
            marketing: components["schemas"]["MarketingConsent"];
            /** @description Push tokens that the profile gets. */
            tokens?: components["schemas"]["PushTokenRegistration"][] | null;
            /** @description Identifies a profile that has neither email nor phone number. */
            anonymous_id?: string | null;
        };
        PushTokenRegistration: {
            /** @description The token that APNs or FCM issued. */
            token: string;
            /** @enum {string} */
            platform: "android" | "ios";
            /** @enum {string} */
            vendor: "apns" | "fcm";
            /**
             * @description Whether the person allows notifications.
             * @enum {string|null}
             */
            enablement_status?: "AUTHORIZED" | "DENIED" | "NOT_DETERMINED" | "PROVISIONAL" | "UNAUTHORIZED" | null;
            /**
             * @description Whether the app may refresh in the background.
             * @enum {string|null}
             */
            background?: "AVAILABLE" | "DENIED" | "RESTRICTED" | null;
            device_metadata?: components["schemas"]["DeviceMetadata"] | null;
        };
        /** @description The device and the app behind a push token. */
        DeviceMetadata: {
            /** @description Id of the device; changes when the app is installed anew. */
            device_id?: string | null;
            /**
             * @description Klaviyo SDK that made the token.
             * @enum {string|null}
             */
            klaviyo_sdk?: "android" | "flutter" | "flutter_community" | "react_native" | "swift" | null;
            sdk_version?: string | null;
            device_model?: string | null;
            /** @enum {string|null} */
            os_name?: "android" | "ios" | "ipados" | "macos" | "tvos" | null;
            os_version?: string | null;
            manufacturer?: string | null;
            app_name?: string | null;
            app_version?: string | null;
            app_build?: string | null;
            app_id?: string | null;
            /**
             * @description Build of the app that made the token.
             * @enum {string|null}
             */
            environment?: "debug" | "release" | null;
        };
        /** @description The device and the app behind a push token, in a response. */
        PushTokenMetadata: {
            /** @description Id of the device; changes when the app is installed anew. */
            device_id?: string | null;
            /**
             * @description Klaviyo SDK that made the token.
             * @enum {string|null}
             */
            klaviyo_sdk?: "android" | "flutter" | "flutter_community" | "react_native" | "swift" | null;
            sdk_version?: string | null;
            device_model?: string | null;
            /** @enum {string|null} */
            os_name?: "android" | "ios" | "ipados" | "macos" | "tvos" | null;
            os_version?: string | null;
            manufacturer?: string | null;
            app_name?: string | null;
            app_version?: string | null;
            app_build?: string | null;
            app_id?: string | null;
            /**
             * @description Build of the app that made the token.
             * @enum {string|null}
             */
            environment?: "debug" | "release" | null;
        };
        UnsubscribeRequest: {
            data: {
                /** @constant */
                type: "profile-subscription-bulk-delete-job";
                attributes: {
                    profiles: {
                        data: components["schemas"]["UnsubscribeProfile"][];
                    };
                };
                relationships?: {
                    /** @description List that the profiles leave. A profile that is not on it is unsubscribed from everything. */
                    list?: {
                        data?: components["schemas"]["ListReference"];
                    };
                };
            };
        };
        /** @description A person who no longer wants messages. There is no profile id here: only email and phone number count. */
        UnsubscribeProfile: {
            /** @constant */
            type: "profile";
            attributes: {
                /** @description Needed to unsubscribe from email. */
                email?: string | null;
                /** @description In E.164 form. Needed to unsubscribe from SMS. */
                phone_number?: string | null;
                subscriptions: components["schemas"]["UnsubscriptionChannels"];
            };
        };
        /** @description The channels to unsubscribe from. */
        UnsubscriptionChannels: {
            email?: components["schemas"]["EmailUnsubscription"] | null;
            sms?: components["schemas"]["SmsUnsubscription"] | null;
            whatsapp?: components["schemas"]["WhatsAppUnsubscription"] | null;
            push?: components["schemas"]["PushUnsubscription"] | null;
        };
        ConsentRevocation: {
            /** @constant */
            consent: "UNSUBSCRIBED";
        };
        EmailUnsubscription: {
            marketing?: components["schemas"]["ConsentRevocation"] | null;
            open_tracking?: components["schemas"]["ConsentRevocation"] | null;
        };
        SmsUnsubscription: {
            marketing?: components["schemas"]["ConsentRevocation"] | null;
            transactional?: components["schemas"]["ConsentRevocation"] | null;
        };
        WhatsAppUnsubscription: {
            marketing?: components["schemas"]["ConsentRevocation"] | null;
            transactional?: components["schemas"]["ConsentRevocation"] | null;
            conversational?: components["schemas"]["ConsentRevocation"] | null;
        };
        PushUnsubscription: {
            marketing: components["schemas"]["ConsentRevocation"];
            /** @description Push tokens to remove. */
            tokens: components["schemas"]["PushTokenRegistration"][];
        };
        SuppressionProfile: {
            /** @constant */
            type: "profile";
            attributes: {
                email: string;
            };
        };
        SuppressRequest: {
            data: {
                /** @constant */
                type: "profile-suppression-bulk-create-job";
                attributes: {
                    /** @description Profiles to suppress by email address. */
                    profiles?: {
                        data: components["schemas"]["SuppressionProfile"][];
                    } | null;
                };
                relationships?: {
                    /** @description Suppress all members that this list has now. */
                    list?: {
                        data?: components["schemas"]["ListReference"];
                    };
                    /** @description Suppress all members that this segment has now. */
                    segment?: {
                        data?: components["schemas"]["SegmentReference"];
                    };
                };
            };
        };
        UnsuppressRequest: {
            data: {
                /** @constant */
                type: "profile-suppression-bulk-delete-job";
                attributes: {
                    /** @description Profiles to unsuppress by email address. */
                    profiles?: {
                        data: components["schemas"]["SuppressionProfile"][];
                    } | null;
                };
                relationships?: {
                    /** @description Unsuppress all members that this list has now. */
                    list?: {
                        data?: components["schemas"]["ListReference"];
                    };
                    /** @description Unsuppress all members that this segment has now. */
                    segment?: {
                        data?: components["schemas"]["SegmentReference"];
                    };
                };
            };
        };
        ProfileDeletionRequest: {
            data: {
                /** @constant */
                type: "data-privacy-deletion-job";
                attributes: {
                    profile: {
                        /** @description Exactly one of `id`, `email` and `phone_number`. */
                        data: {
                            /** @constant */
                            type: "profile";
                            /** @description Klaviyo id of the profile. */
                            id?: string | null;
                            attributes: {
                                email?: string | null;
                                /** @description In E.164 form. */
                                phone_number?: string | null;
                            };
                        };
                    };
                };
            };
        };
        ListCreateRequest: {
            data: {
                /** @constant */
                type: "list";
                attributes: {
                    name: string;
                    /**
                     * @description Whether joining needs a confirmation. Absent means the setting of the account.
                     * @enum {string|null}
                     */
                    opt_in_process?: "double_opt_in" | "single_opt_in" | null;
                };
            };
        };
        ListUpdateRequest: {
            data: {
                /** @constant */
                type: "list";
                /** @description Id of the list, the same as in the path. */
                id: string;
                attributes: {
                    name?: string | null;
                    /**
                     * @description Whether people who join must confirm.
                     * @enum {string|null}
                     */
                    opt_in_process?: "double_opt_in" | "single_opt_in" | null;
                };
            };
        };
        ListMembersRequest: {
            data: components["schemas"]["ProfileReference"][];
        };
        ProfileResponseAttributes: {
            email?: string | null;
            /** @description In E.164 form, such as `+15005550006`. */
            phone_number?: string | null;
            /** @description Id of the person in your own system. */
            external_id?: string | null;
            first_name?: string | null;
            last_name?: string | null;
            /** @description Company the person works for. */
            organization?: string | null;
            /** @description Language tag of BCP 47: ISO 639 language, ISO 3166 country, such as `de-AT`. */
            locale?: string | null;
            /** @description Job title. */
            title?: string | null;
            /** @description URL of a picture of the person. */
            image?: string | null;
            /**
             * Format: date-time
             * @description When the profile was created.
             */
            created?: string | null;
            /**
             * Format: date-time
             * @description When the profile last changed.
             */
            updated?: string | null;
            /**
             * Format: date-time
             * @description When the newest event happened that changed the profile.
             */
            last_event_date?: string | null;
            location?: components["schemas"]["ProfileLocation"] | null;
            /** @description Custom properties. */
            properties?: {
                [key: string]: unknown;
            } | null;
            /** @description Only with `additional-fields[profile]=subscriptions`. */
            subscriptions?: components["schemas"]["Subscriptions"] | null;
            /** @description Only with `additional-fields[profile]=predictive_analytics`. */
            predictive_analytics?: components["schemas"]["PredictiveAnalytics"] | null;
        };
        Profile: {
            /** @constant */
            type: "profile";
            /** @description Klaviyo id. */
            id?: string | null;
            attributes: components["schemas"]["ProfileResponseAttributes"];
            relationships?: {
                lists?: {
                    data?: components["schemas"]["ListIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                segments?: {
                    data?: components["schemas"]["SegmentIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                "push-tokens"?: {
                    data?: components["schemas"]["PushTokenIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                conversations?: {
                    data?: components["schemas"]["ConversationIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        MemberProfileAttributes: {
            email?: string | null;
            /** @description In E.164 form, such as `+15005550006`. */
            phone_number?: string | null;
            /** @description Id of the person in your own system. */
            external_id?: string | null;
            first_name?: string | null;
            last_name?: string | null;
            /** @description Company the person works for. */
            organization?: string | null;
            /** @description Language tag of BCP 47: ISO 639 language, ISO 3166 country, such as `de-AT`. */
            locale?: string | null;
            /** @description Job title. */
            title?: string | null;
            /** @description URL of a picture of the person. */
            image?: string | null;
            /**
             * Format: date-time
             * @description When the profile was created.
             */
            created?: string | null;
            /**
             * Format: date-time
             * @description When the profile last changed.
             */
            updated?: string | null;
            /**
             * Format: date-time
             * @description When the newest event happened that changed the profile.
             */
            last_event_date?: string | null;
            location?: components["schemas"]["ProfileLocation"] | null;
            /** @description Custom properties. */
            properties?: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date-time
             * @description When the profile joined the list or segment, the last time it did.
             */
            joined_group_at: string;
            /** @description Only with `additional-fields[profile]=subscriptions`. */
            subscriptions?: components["schemas"]["Subscriptions"] | null;
            /** @description Only with `additional-fields[profile]=predictive_analytics`. */
            predictive_analytics?: components["schemas"]["PredictiveAnalytics"] | null;
        };
        /** @description A profile as a member of a list or segment. */
        MemberProfile: {
            /** @constant */
            type: "profile";
            /** @description Klaviyo id. */
            id?: string | null;
            attributes: components["schemas"]["MemberProfileAttributes"];
            relationships?: {
                lists?: {
                    data?: components["schemas"]["ListIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                segments?: {
                    data?: components["schemas"]["SegmentIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                "push-tokens"?: {
                    data?: components["schemas"]["PushTokenIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        /** @description One profile. */
        ProfileResponse: {
            data: components["schemas"]["Profile"];
            /** @description The related resources that `include` asked for. */
            included?: (components["schemas"]["Conversation"] | components["schemas"]["List"] | components["schemas"]["PushToken"] | components["schemas"]["Segment"])[];
            links?: components["schemas"]["SelfLink"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description A page of profiles. */
        ProfileCollection: {
            data: components["schemas"]["Profile"][];
            /** @description The related resources that `include` asked for. */
            included?: (components["schemas"]["Conversation"] | components["schemas"]["PushToken"])[];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description A page of members. */
        MemberCollection: {
            data: components["schemas"]["MemberProfile"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description A page of the ids of members. */
        MemberIdCollection: {
            data: components["schemas"]["ProfileIdentifier"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Consent of a profile for each channel. */
        Subscriptions: {
            email?: components["schemas"]["EmailSubscriptionState"] | null;
            sms?: components["schemas"]["SmsSubscriptionState"] | null;
            mobile_push?: components["schemas"]["PushSubscriptionState"] | null;
            whatsapp?: components["schemas"]["WhatsAppSubscriptionState"] | null;
        };
        EmailSubscriptionState: {
            marketing?: components["schemas"]["EmailMarketingState"] | null;
            open_tracking?: components["schemas"]["ChannelConsentState"] | null;
        };
        EmailMarketingState: {
            /** @description Whether marketing email may be sent: `true` while no suppression holds for the whole account. */
            can_receive_email_marketing: boolean;
            /** @description State of the consent, such as `SUBSCRIBED`, `UNSUBSCRIBED` or `NEVER_SUBSCRIBED`. */
            consent: string;
            /**
             * Format: date-time
             * @description When the consent was given or last changed.
             */
            consent_timestamp?: string | null;
            /**
             * Format: date-time
             * @description When any member of this object last changed.
             */
            last_updated?: string | null;
            /** @description How the consent came about. */
            method?: string | null;
            /**
             * @description More on `method`, where known.
             * @default
             */
            method_detail?: string | null;
            /** @description The `custom_source` that the caller gave. */
            custom_method_detail?: string | null;
            /** @description Whether the person confirmed the subscription. */
            double_optin?: boolean | null;
            /** @description Suppressions that hold for the whole account. */
            suppression?: components["schemas"]["EmailSuppression"][] | null;
            /** @description Suppressions that hold for single lists. */
            list_suppressions?: components["schemas"]["EmailListSuppression"][] | null;
        };
        EmailSuppression: {
            /**
             * @description Why mail to this address is suppressed.
             * @enum {string}
             */
            reason: "HARD_BOUNCE" | "INVALID_EMAIL" | "SPAM_COMPLAINT" | "UNSUBSCRIBE" | "USER_SUPPRESSED";
            /**
             * Format: date-time
             * @description Since when.
             */
            timestamp: string;
        };
        EmailListSuppression: {
            list_id: string;
            /** @description Why mail for this list is suppressed. */
            reason: string;
            /**
             * Format: date-time
             * @description Since when.
             */
            timestamp: string;
        };
        SmsSubscriptionState: {
            marketing?: components["schemas"]["SmsMarketingState"] | null;
            transactional?: components["schemas"]["SmsTransactionalState"] | null;
        };
        SmsMarketingState: {
            /** @description Whether marketing SMS may be sent. */
            can_receive_sms_marketing: boolean;
            /** @description State of the consent. */
            consent: string;
            /**
             * Format: date-time
             * @description When the consent was given or last changed.
             */
            consent_timestamp?: string | null;
            /** @description How the consent came about. */
            method?: string | null;
            /**
             * @description More on `method`, where known.
             * @default
             */
            method_detail?: string | null;
            /**
             * Format: date-time
             * @description When the consent record last changed.
             */
            last_updated?: string | null;
        };
        SmsTransactionalState: {
            /** @description Whether transactional SMS may be sent. */
            can_receive_sms_transactional: boolean;
            /** @description State of the consent. */
            consent: string;
            /**
             * Format: date-time
             * @description When the consent was given or last changed.
             */
            consent_timestamp?: string | null;
            /** @description How the consent came about. */
            method?: string | null;
            /**
             * @description More on `method`, where known.
             * @default
             */
            method_detail?: string | null;
            /**
             * Format: date-time
             * @description When the consent record last changed.
             */
            last_updated?: string | null;
        };
        PushSubscriptionState: {
            marketing?: components["schemas"]["PushMarketingState"] | null;
        };
        PushMarketingState: {
            /** @description Whether push messages may be sent. */
            can_receive_push_marketing: boolean;
            /** @description State of the consent. */
            consent: string;
            /**
             * Format: date-time
             * @description When the consent was given or last changed.
             */
            consent_timestamp?: string | null;
        };
        WhatsAppSubscriptionState: {
            marketing?: components["schemas"]["WhatsAppConsentState"] | null;
            transactional?: components["schemas"]["WhatsAppConsentState"] | null;
            conversational?: components["schemas"]["WhatsAppConsentState"] | null;
        };
        ChannelConsentState: {
            /** @description State of the consent. */
            consent: string;
            /**
             * Format: date-time
             * @description When the consent was given or last changed.
             */
            consent_timestamp?: string | null;
            /**
             * Format: date-time
             * @description When the record last changed.
             */
            last_updated?: string | null;
            /**
             * Format: date-time
             * @description When the record was made.
             */
            created_timestamp?: string | null;
            /** @description Further facts, which depend on the channel. */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** @description Whether messages of this kind may be sent. */
            can_receive: boolean;
            /**
             * Format: date-time
             * @description When the permission ends, if it does.
             */
            valid_until?: string | null;
        };
        WhatsAppConsentState: {
            /** @description State of the consent. */
            consent: string;
            /**
             * Format: date-time
             * @description When the consent was given or last changed.
             */
            consent_timestamp?: string | null;
            /**
             * Format: date-time
             * @description When the record last changed.
             */
            last_updated?: string | null;
            /**
             * Format: date-time
             * @description When the record was made.
             */
            created_timestamp?: string | null;
            /** @description Further facts, which depend on the channel. */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** @description Whether messages of this kind may be sent. */
            can_receive: boolean;
            /**
             * Format: date-time
             * @description When the permission ends, if it does.
             */
            valid_until?: string | null;
            /** @description Number that the consent holds for. */
            phone_number?: string | null;
        };
        /** @description Klaviyo's predictions for a profile. CLV is the customer lifetime value. */
        PredictiveAnalytics: {
            /** @description Value of all orders so far. */
            historic_clv?: number | null;
            /** @description Expected value of the orders of the next 365 days. */
            predicted_clv?: number | null;
            /** @description `historic_clv` plus `predicted_clv`. */
            total_clv?: number | null;
            /** @description Orders so far. */
            historic_number_of_orders?: number | null;
            /** @description Expected orders of the next 365 days. */
            predicted_number_of_orders?: number | null;
            /** @description `null` after a single order. */
            average_days_between_orders?: number | null;
            average_order_value?: number | null;
            /** @description Between 0 and 1. */
            churn_probability?: number | null;
            /**
             * Format: date-time
             * @description As computed at the latest order.
             */
            expected_date_of_next_order?: string | null;
            /** @description Channels, the one expected to work best first. */
            ranked_channel_affinity?: ("email" | "push" | "sms" | "whatsapp")[] | null;
        };
        ProfileBulkImportJob: {
            /** @constant */
            type: "profile-bulk-import-job";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                /**
                 * @description State of the job.
                 * @enum {string}
                 */
                status: "cancelled" | "complete" | "processing" | "queued";
                /**
                 * Format: date-time
                 * @description When the job was accepted.
                 */
                created_at: string;
                /** @description Profiles in the job. */
                total_count: number;
                /**
                 * @description Profiles done so far.
                 * @default 0
                 */
                completed_count?: number | null;
                /**
                 * @description Profiles that could not be imported; their reasons are in the import errors.
                 * @default 0
                 */
                failed_count?: number | null;
                /**
                 * Format: date-time
                 * @description When the job ended.
                 */
                completed_at?: string | null;
                /**
                 * Format: date-time
                 * @description When Klaviyo forgets the job.
                 */
                expires_at?: string | null;
                /**
                 * Format: date-time
                 * @description When work on the job began.
                 */
                started_at?: string | null;
            };
            relationships?: {
                lists?: {
                    data?: components["schemas"]["ListIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                profiles?: {
                    data?: components["schemas"]["ProfileIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                "import-errors"?: {
                    data?: components["schemas"]["ImportErrorIdentifier"][];
                    links?: components["schemas"]["RelatedLink"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        /** @description One bulk import job. */
        ProfileBulkImportJobResponse: {
            data: components["schemas"]["ProfileBulkImportJob"];
            /** @description The related resources that `include` asked for. */
            included?: components["schemas"]["List"][];
            links?: components["schemas"]["SelfLink"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description A page of bulk import jobs. */
        ProfileBulkImportJobCollection: {
            data: components["schemas"]["ProfileBulkImportJob"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Why one profile of a bulk import was not imported. */
        ImportError: {
            /** @constant */
            type: "import-error";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                /** @description Machine-readable kind of error. */
                code: string;
                /** @description Short name of the kind of error. */
                title: string;
                /** @description What is wrong with this profile. */
                detail: string;
                source: {
                    /**
                     * @description JSON pointer into the request body of the job.
                     * @default /data
                     */
                    pointer?: string | null;
                };
                /** @description The profile as it was sent. */
                original_payload?: {
                    [key: string]: unknown;
                } | null;
            };
        };
        /** @description A page of import errors. */
        ImportErrorCollection: {
            data: components["schemas"]["ImportError"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description A job that suppresses profiles. */
        SuppressionCreateJob: {
            /** @constant */
            type: "profile-suppression-bulk-create-job";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                /**
                 * @description State of the job.
                 * @enum {string}
                 */
                status: "cancelled" | "complete" | "processing" | "queued";
                /**
                 * Format: date-time
                 * @description When the job was accepted.
                 */
                created_at: string;
                /** @description Profiles in the job. */
                total_count: number;
                /**
                 * @description Profiles done so far.
                 * @default 0
                 */
                completed_count?: number | null;
                /**
                 * Format: date-time
                 * @description When the job ended.
                 */
                completed_at?: string | null;
                /**
                 * @description Profiles passed over.
                 * @default 0
                 */
                skipped_count?: number | null;
            };
            relationships?: {
                lists?: {
                    data?: components["schemas"]["ListIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                segments?: {
                    data?: components["schemas"]["SegmentIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        /** @description One job that suppresses profiles. */
        SuppressionCreateJobResponse: {
            data: components["schemas"]["SuppressionCreateJob"];
            links?: components["schemas"]["SelfLink"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description A page of jobs that suppress profiles. */
        SuppressionCreateJobCollection: {
            data: components["schemas"]["SuppressionCreateJob"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description A job that unsuppresses profiles. */
        SuppressionDeleteJob: {
            /** @constant */
            type: "profile-suppression-bulk-delete-job";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                /**
                 * @description State of the job.
                 * @enum {string}
                 */
                status: "cancelled" | "complete" | "processing" | "queued";
                /**
                 * Format: date-time
                 * @description When the job was accepted.
                 */
                created_at: string;
                /** @description Profiles in the job. */
                total_count: number;
                /**
                 * @description Profiles done so far.
                 * @default 0
                 */
                completed_count?: number | null;
                /**
                 * Format: date-time
                 * @description When the job ended.
                 */
                completed_at?: string | null;
                /**
                 * @description Profiles passed over.
                 * @default 0
                 */
                skipped_count?: number | null;
            };
            relationships?: {
                lists?: {
                    data?: components["schemas"]["ListIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                segments?: {
                    data?: components["schemas"]["SegmentIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        /** @description One job that unsuppresses profiles. */
        SuppressionDeleteJobResponse: {
            data: components["schemas"]["SuppressionDeleteJob"];
            links?: components["schemas"]["SelfLink"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description A page of jobs that unsuppress profiles. */
        SuppressionDeleteJobCollection: {
            data: components["schemas"]["SuppressionDeleteJob"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        Event: {
            /** @constant */
            type: "event";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                /** @description When it happened, in seconds since 1970. */
                timestamp?: number | null;
                /** @description Properties of the event. */
                event_properties?: {
                    [key: string]: unknown;
                } | null;
                /**
                 * Format: date-time
                 * @description When it happened.
                 */
                datetime?: string | null;
                /** @description Another identifier of the event; it can serve as a cursor for paging. */
                uuid?: string | null;
            };
            relationships?: {
                profile?: {
                    data?: components["schemas"]["ProfileIdentifier"];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                metric?: {
                    data?: components["schemas"]["MetricIdentifier"];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                attributions?: {
                    data?: components["schemas"]["AttributionIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        /** @description One event. */
        EventResponse: {
            data: components["schemas"]["Event"];
            /** @description The related resources that `include` asked for. */
            included?: (components["schemas"]["Attribution"] | components["schemas"]["Metric"] | components["schemas"]["Profile"])[];
            links?: components["schemas"]["SelfLink"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description A page of events. */
        EventCollection: {
            data: components["schemas"]["Event"][];
            /** @description The related resources that `include` asked for. */
            included?: (components["schemas"]["Attribution"] | components["schemas"]["Metric"] | components["schemas"]["Profile"])[];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Which message an event is credited to. */
        Attribution: {
            /** @constant */
            type: "attribution";
            /** @description Klaviyo id. */
            id: string;
            relationships?: {
                event?: {
                    data?: components["schemas"]["EventIdentifier"];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                "attributed-event"?: {
                    data?: components["schemas"]["EventIdentifier"];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                campaign?: {
                    data?: components["schemas"]["CampaignIdentifier"];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                "campaign-message"?: {
                    data?: components["schemas"]["CampaignMessageIdentifier"];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                flow?: {
                    data?: components["schemas"]["FlowIdentifier"];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                "flow-message"?: {
                    data?: components["schemas"]["FlowMessageIdentifier"];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                "flow-message-variation"?: {
                    data?: components["schemas"]["FlowMessageIdentifier"];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        Metric: {
            /** @constant */
            type: "metric";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                name?: string | null;
                /** @description When the metric was created, in ISO 8601 form. */
                created?: string | null;
                /** @description When the metric last changed, in ISO 8601 form. */
                updated?: string | null;
                /** @description The integration that sends the events of the metric. */
                integration?: {
                    [key: string]: unknown;
                } | null;
            };
            relationships?: {
                "flow-triggers"?: {
                    data?: components["schemas"]["FlowIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        /** @description One metric. */
        MetricResponse: {
            data: components["schemas"]["Metric"];
            /** @description The related resources that `include` asked for. */
            included?: components["schemas"]["Flow"][];
            links?: components["schemas"]["SelfLink"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description A page of metrics. */
        MetricCollection: {
            data: components["schemas"]["Metric"][];
            /** @description The related resources that `include` asked for. */
            included?: components["schemas"]["Flow"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        List: {
            /** @constant */
            type: "list";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                name?: string | null;
                /**
                 * Format: date-time
                 * @description When the list was created.
                 */
                created?: string | null;
                /**
                 * Format: date-time
                 * @description When the list last changed.
                 */
                updated?: string | null;
                /**
                 * @description Whether people who join must confirm.
                 * @enum {string|null}
                 */
                opt_in_process?: "double_opt_in" | "single_opt_in" | null;
                /** @description Members; only with the additional field `profile_count`. */
                profile_count?: number | null;
            };
            relationships?: {
                profiles?: {
                    data?: components["schemas"]["ProfileIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                tags?: {
                    data?: components["schemas"]["TagIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                "flow-triggers"?: {
                    data?: components["schemas"]["FlowIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        /** @description One list. */
        ListResponse: {
            data: components["schemas"]["List"];
            /** @description The related resources that `include` asked for. */
            included?: (components["schemas"]["Flow"] | components["schemas"]["Tag"])[];
            links?: components["schemas"]["SelfLink"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description A page of lists. */
        ListCollection: {
            data: components["schemas"]["List"][];
            /** @description The related resources that `include` asked for. */
            included?: (components["schemas"]["Flow"] | components["schemas"]["Tag"])[];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        Segment: {
            /** @constant */
            type: "segment";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                name?: string | null;
                definition?: components["schemas"]["SegmentDefinition"] | null;
                /**
                 * Format: date-time
                 * @description When the segment was created.
                 */
                created?: string | null;
                /**
                 * Format: date-time
                 * @description When the segment last changed.
                 */
                updated?: string | null;
                /** @description Whether Klaviyo keeps the membership up to date. */
                is_active: boolean;
                /** @description Whether the membership is being computed. */
                is_processing: boolean;
                /** @description Whether somebody marked it as a favourite. */
                is_starred: boolean;
                /** @description Members; only with the additional field `profile_count`. */
                profile_count?: number | null;
            };
            relationships?: {
                profiles?: {
                    data?: components["schemas"]["ProfileIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                tags?: {
                    data?: components["schemas"]["TagIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                "flow-triggers"?: {
                    data?: components["schemas"]["FlowIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        /** @description Who belongs to the segment: in every group at least one condition must hold. The conditions themselves are not described here. */
        SegmentDefinition: {
            condition_groups: {
                conditions: Record<string, unknown>[];
            }[];
        };
        /** @description One segment. */
        SegmentResponse: {
            data: components["schemas"]["Segment"];
            /** @description The related resources that `include` asked for. */
            included?: (components["schemas"]["Flow"] | components["schemas"]["Tag"])[];
            links?: components["schemas"]["SelfLink"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description A page of segments. */
        SegmentCollection: {
            data: components["schemas"]["Segment"][];
            /** @description The related resources that `include` asked for. */
            included?: (components["schemas"]["Flow"] | components["schemas"]["Tag"])[];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        Tag: {
            /** @constant */
            type: "tag";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                name: string;
            };
            relationships?: {
                "tag-group"?: {
                    data?: components["schemas"]["TagGroupIdentifier"];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                lists?: {
                    data?: components["schemas"]["ListIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                segments?: {
                    data?: components["schemas"]["SegmentIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                campaigns?: {
                    data?: components["schemas"]["CampaignIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                flows?: {
                    data?: components["schemas"]["FlowIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        Flow: {
            /** @constant */
            type: "flow";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                name?: string | null;
                /** @description Such as `draft`, `manual` or `live`. */
                status?: string | null;
                archived?: boolean | null;
                /**
                 * Format: date-time
                 * @description When the flow was created.
                 */
                created?: string | null;
                /**
                 * Format: date-time
                 * @description When the flow last changed.
                 */
                updated?: string | null;
                /**
                 * @description What starts the flow.
                 * @enum {string|null}
                 */
                trigger_type?: "Added to List" | "Date Based" | "Low Inventory" | "Metric" | "Price Drop" | "Unconfigured" | null;
            };
            relationships?: {
                "flow-actions"?: {
                    data?: components["schemas"]["FlowActionIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
                tags?: {
                    data?: components["schemas"]["TagIdentifier"][];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        Conversation: {
            /** @constant */
            type: "conversation";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                /**
                 * @description Where the conversation takes place.
                 * @enum {string}
                 */
                channel: "instagram" | "sms" | "whatsapp";
            };
            relationships?: {
                profile?: {
                    data?: components["schemas"]["ProfileIdentifier"];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        PushToken: {
            /** @constant */
            type: "push-token";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                /**
                 * Format: date-time
                 * @description When the token was made.
                 */
                created: string;
                /** @description The token itself. */
                token: string;
                /**
                 * @description Whether the person allows notifications.
                 * @enum {string}
                 */
                enablement_status: "AUTHORIZED" | "DENIED" | "NOT_DETERMINED" | "PROVISIONAL" | "UNAUTHORIZED";
                /** @enum {string} */
                platform: "android" | "ios";
                /** @description Service that issued the token: APNs or FCM. */
                vendor: string;
                /** @description Whether the app may refresh in the background. */
                background: string;
                /** @description When Klaviyo got the token. */
                recorded_date: string;
                metadata?: components["schemas"]["PushTokenMetadata"] | null;
            };
            relationships?: {
                profile?: {
                    data?: components["schemas"]["ProfileIdentifier"];
                    links?: components["schemas"]["RelationshipLinks"];
                };
            };
            links: components["schemas"]["SelfLink"];
        };
        Account: {
            /** @constant */
            type: "account";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                /** @description Whether the account is marked as one for tests. It runs in production like any other. */
                test_account: boolean;
                contact_information: components["schemas"]["ContactInformation"];
                /** @description What the business sells. */
                industry?: string | null;
                /** @description IANA name of the time zone in which Klaviyo shows dates. */
                timezone: string;
                /** @description ISO 4217 code of the currency of reports. */
                preferred_currency: string;
                /** @description Key for calls from web pages and apps; not a secret. */
                public_api_key: string;
                /** @description Language and region of the account. */
                locale: string;
            };
            links: components["schemas"]["SelfLink"];
        };
        /** @description How to reach the business; shown in the footer of emails. */
        ContactInformation: {
            /** @description Sender name that new campaigns and flows start with. */
            default_sender_name: string;
            /** @description Sender address that new campaigns and flows start with. */
            default_sender_email: string;
            website_url?: string | null;
            organization_name: string;
            street_address: components["schemas"]["StreetAddress"];
        };
        StreetAddress: {
            address1?: string | null;
            address2?: string | null;
            city?: string | null;
            /** @description State, province or region. */
            region?: string | null;
            /** @description ISO 3166 code of two letters. */
            country?: string | null;
            zip?: string | null;
        };
        /** @description One account. */
        AccountResponse: {
            data: components["schemas"]["Account"];
            links?: components["schemas"]["SelfLink"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description The account of the key, as a list of one. */
        AccountCollection: {
            data: components["schemas"]["Account"][];
            links?: components["schemas"]["CollectionLinks"];
            meta?: components["schemas"]["ResponseMeta"];
        };
        /** @description Names a profile by its Klaviyo id, in a request. */
        ProfileReference: {
            /** @constant */
            type: "profile";
            id: string;
        };
        /** @description Names a list by its Klaviyo id, in a request. */
        ListReference: {
            /** @constant */
            type: "list";
            id: string;
        };
        /** @description Names a segment by its Klaviyo id, in a request. */
        SegmentReference: {
            /** @constant */
            type: "segment";
            id: string;
        };
        /** @description Names a profile by its Klaviyo id, in a response. */
        ProfileIdentifier: {
            /** @constant */
            type: "profile";
            id: string;
        };
        /** @description Names a list by its Klaviyo id, in a response. */
        ListIdentifier: {
            /** @constant */
            type: "list";
            id: string;
        };
        /** @description Names a segment by its Klaviyo id, in a response. */
        SegmentIdentifier: {
            /** @constant */
            type: "segment";
            id: string;
        };
        /** @description Names a tag by its Klaviyo id, in a response. */
        TagIdentifier: {
            /** @constant */
            type: "tag";
            id: string;
        };
        /** @description Names a metric by its Klaviyo id, in a response. */
        MetricIdentifier: {
            /** @constant */
            type: "metric";
            id: string;
        };
        /** @description Names an event by its Klaviyo id, in a response. */
        EventIdentifier: {
            /** @constant */
            type: "event";
            id: string;
        };
        /** @description Names an attribution by its Klaviyo id, in a response. */
        AttributionIdentifier: {
            /** @constant */
            type: "attribution";
            id: string;
        };
        /** @description Names one error of a bulk import job by its Klaviyo id, in a response. */
        ImportErrorIdentifier: {
            /** @constant */
            type: "import-error";
            id: string;
        };
        /** @description Names a campaign by its Klaviyo id, in a response. */
        CampaignIdentifier: {
            /** @constant */
            type: "campaign";
            id: string;
        };
        /** @description Names a message of a campaign by its Klaviyo id, in a response. */
        CampaignMessageIdentifier: {
            /** @constant */
            type: "campaign-message";
            id: string;
        };
        /** @description Names a flow by its Klaviyo id, in a response. */
        FlowIdentifier: {
            /** @constant */
            type: "flow";
            id: string;
        };
        /** @description Names a message of a flow by its Klaviyo id, in a response. */
        FlowMessageIdentifier: {
            /** @constant */
            type: "flow-message";
            id: string;
        };
        /** @description Names a push token by its Klaviyo id, in a response. */
        PushTokenIdentifier: {
            /** @constant */
            type: "push-token";
            id: string;
        };
        /** @description Names a conversation by its Klaviyo id, in a response. */
        ConversationIdentifier: {
            /** @constant */
            type: "conversation";
            id: string;
        };
        /** @description Names a group of tags by its Klaviyo id, in a response. */
        TagGroupIdentifier: {
            /** @constant */
            type: "tag-group";
            id: string;
        };
        /** @description Names a step of a flow by its Klaviyo id, in a response. */
        FlowActionIdentifier: {
            /** @constant */
            type: "flow-action";
            id: string;
        };
        /** @description Address of the resource itself. */
        SelfLink: {
            /** Format: uri */
            self: string;
        };
        RelationshipLinks: {
            /**
             * Format: uri
             * @description Address of the relationship: ids only.
             */
            self: string;
            /**
             * Format: uri
             * @description Address of the related resources in full.
             */
            related: string;
        };
        RelatedLink: {
            /**
             * Format: uri
             * @description Address of the related resources in full.
             */
            related: string;
        };
        /** @description Where the neighbouring pages are. */
        CollectionLinks: {
            /**
             * Format: uri
             * @description This page.
             */
            self: string;
            /**
             * Format: uri
             * @description Previous page; missing on the first.
             */
            prev?: string;
            /**
             * Format: uri
             * @description Next page; missing on the last.
             */
            next?: string;
        };
        /** @description Remarks about the response as a whole. */
        ResponseMeta: {
            agent_hints?: components["schemas"]["AgentHints"];
        };
        /** @description Hints for automated callers. */
        AgentHints: {
            /** @description Calls that usually follow this one. */
            next_steps?: string[];
        };
        ApiError: {
            /** @description Identifier of this occurrence, to quote to support. */
            id: string;
            /** @description HTTP status of this error. */
            status?: number;
            /** @description Machine-readable kind, such as `invalid`, `throttled`, `not_authenticated`, `permission_denied`, `not_found` or `duplicate_profile`. */
            code: string;
            /** @description Short name of the kind of error. */
            title: string;
            /** @description What is wrong with this request. */
            detail: string;
            /** @description Which part of the request caused the error. */
            source?: {
                /** @description JSON pointer into the request body, such as `/data/attributes/profiles/data/3/attributes/email`. */
                pointer?: string;
                /** @description Name of the query parameter at fault. */
                parameter?: string;
            };
            /** @description Further reading on the error. */
            links?: Record<string, unknown>;
            /** @description Facts that depend on `code`. */
            meta?: {
                /** @description With `duplicate_profile`: id of the profile that already has the identifier. */
                duplicate_profile_id?: string;
            };
        };
        ErrorResponse: {
            errors: components["schemas"]["ApiError"][];
        };
        /** @enum {string} */
        AccountField: "contact_information" | "contact_information.default_sender_email" | "contact_information.default_sender_name" | "contact_information.organization_name" | "contact_information.street_address" | "contact_information.street_address.address1" | "contact_information.street_address.address2" | "contact_information.street_address.city" | "contact_information.street_address.country" | "contact_information.street_address.region" | "contact_information.street_address.zip" | "contact_information.website_url" | "id" | "industry" | "locale" | "preferred_currency" | "public_api_key" | "test_account" | "timezone";
        /** @enum {string} */
        AttributionField: "id";
        /** @enum {string} */
        ConversationField: "channel" | "id";
        /** @enum {string} */
        CountedListField: "created" | "id" | "name" | "opt_in_process" | "profile_count" | "updated";
        /** @enum {string} */
        CountedSegmentField: "created" | "definition" | "definition.condition_groups" | "id" | "is_active" | "is_processing" | "is_starred" | "name" | "profile_count" | "updated";
        /** @enum {string} */
        EventField: "datetime" | "event_properties" | "id" | "timestamp" | "uuid";
        /** @enum {string} */
        FlowField: "archived" | "created" | "id" | "name" | "status" | "trigger_type" | "updated";
        /** @enum {string} */
        ImportErrorField: "code" | "detail" | "id" | "original_payload" | "source" | "source.pointer" | "title";
        /** @enum {string} */
        IncludedProfileField: "created" | "email" | "external_id" | "first_name" | "id" | "image" | "last_event_date" | "last_name" | "locale" | "location" | "location.address1" | "location.address2" | "location.city" | "location.country" | "location.ip" | "location.latitude" | "location.longitude" | "location.region" | "location.timezone" | "location.zip" | "organization" | "phone_number" | "properties" | "title" | "updated";
        /** @enum {string} */
        ListField: "created" | "id" | "name" | "opt_in_process" | "updated";
        /** @enum {string} */
        MemberProfileField: "created" | "email" | "external_id" | "first_name" | "id" | "image" | "joined_group_at" | "last_event_date" | "last_name" | "locale" | "location" | "location.address1" | "location.address2" | "location.city" | "location.country" | "location.ip" | "location.latitude" | "location.longitude" | "location.region" | "location.timezone" | "location.zip" | "organization" | "phone_number" | "predictive_analytics" | "predictive_analytics.average_days_between_orders" | "predictive_analytics.average_order_value" | "predictive_analytics.churn_probability" | "predictive_analytics.expected_date_of_next_order" | "predictive_analytics.historic_clv" | "predictive_analytics.historic_number_of_orders" | "predictive_analytics.predicted_clv" | "predictive_analytics.predicted_number_of_orders" | "predictive_analytics.ranked_channel_affinity" | "predictive_analytics.total_clv" | "properties" | "subscriptions" | "subscriptions.email" | "subscriptions.email.marketing" | "subscriptions.email.marketing.can_receive_email_marketing" | "subscriptions.email.marketing.consent" | "subscriptions.email.marketing.consent_timestamp" | "subscriptions.email.marketing.custom_method_detail" | "subscriptions.email.marketing.double_optin" | "subscriptions.email.marketing.last_updated" | "subscriptions.email.marketing.list_suppressions" | "subscriptions.email.marketing.method" | "subscriptions.email.marketing.method_detail" | "subscriptions.email.marketing.suppression" | "subscriptions.email.open_tracking" | "subscriptions.email.open_tracking.can_receive" | "subscriptions.email.open_tracking.consent" | "subscriptions.email.open_tracking.consent_timestamp" | "subscriptions.email.open_tracking.created_timestamp" | "subscriptions.email.open_tracking.last_updated" | "subscriptions.email.open_tracking.metadata" | "subscriptions.email.open_tracking.valid_until" | "subscriptions.mobile_push" | "subscriptions.mobile_push.marketing" | "subscriptions.mobile_push.marketing.can_receive_push_marketing" | "subscriptions.mobile_push.marketing.consent" | "subscriptions.mobile_push.marketing.consent_timestamp" | "subscriptions.sms" | "subscriptions.sms.marketing" | "subscriptions.sms.marketing.can_receive_sms_marketing" | "subscriptions.sms.marketing.consent" | "subscriptions.sms.marketing.consent_timestamp" | "subscriptions.sms.marketing.last_updated" | "subscriptions.sms.marketing.method" | "subscriptions.sms.marketing.method_detail" | "subscriptions.sms.transactional" | "subscriptions.sms.transactional.can_receive_sms_transactional" | "subscriptions.sms.transactional.consent" | "subscriptions.sms.transactional.consent_timestamp" | "subscriptions.sms.transactional.last_updated" | "subscriptions.sms.transactional.method" | "subscriptions.sms.transactional.method_detail" | "subscriptions.whatsapp" | "subscriptions.whatsapp.conversational" | "subscriptions.whatsapp.conversational.can_receive" | "subscriptions.whatsapp.conversational.consent" | "subscriptions.whatsapp.conversational.consent_timestamp" | "subscriptions.whatsapp.conversational.created_timestamp" | "subscriptions.whatsapp.conversational.last_updated" | "subscriptions.whatsapp.conversational.metadata" | "subscriptions.whatsapp.conversational.phone_number" | "subscriptions.whatsapp.conversational.valid_until" | "subscriptions.whatsapp.marketing" | "subscriptions.whatsapp.marketing.can_receive" | "subscriptions.whatsapp.marketing.consent" | "subscriptions.whatsapp.marketing.consent_timestamp" | "subscriptions.whatsapp.marketing.created_timestamp" | "subscriptions.whatsapp.marketing.last_updated" | "subscriptions.whatsapp.marketing.metadata" | "subscriptions.whatsapp.marketing.phone_number" | "subscriptions.whatsapp.marketing.valid_until" | "subscriptions.whatsapp.transactional" | "subscriptions.whatsapp.transactional.can_receive" | "subscriptions.whatsapp.transactional.consent" | "subscriptions.whatsapp.transactional.consent_timestamp" | "subscriptions.whatsapp.transactional.created_timestamp" | "subscriptions.whatsapp.transactional.last_updated" | "subscriptions.whatsapp.transactional.metadata" | "subscriptions.whatsapp.transactional.phone_number" | "subscriptions.whatsapp.transactional.valid_until" | "title" | "updated";
        /** @enum {string} */
        MetricField: "created" | "id" | "integration" | "name" | "updated";
        /** @enum {string} */
        ProfileBulkImportJobField: "completed_at" | "completed_count" | "created_at" | "expires_at" | "failed_count" | "id" | "started_at" | "status" | "total_count";
        /** @enum {string} */
        ProfileField: "created" | "email" | "external_id" | "first_name" | "id" | "image" | "last_event_date" | "last_name" | "locale" | "location" | "location.address1" | "location.address2" | "location.city" | "location.country" | "location.ip" | "location.latitude" | "location.longitude" | "location.region" | "location.timezone" | "location.zip" | "organization" | "phone_number" | "predictive_analytics" | "predictive_analytics.average_days_between_orders" | "predictive_analytics.average_order_value" | "predictive_analytics.churn_probability" | "predictive_analytics.expected_date_of_next_order" | "predictive_analytics.historic_clv" | "predictive_analytics.historic_number_of_orders" | "predictive_analytics.predicted_clv" | "predictive_analytics.predicted_number_of_orders" | "predictive_analytics.ranked_channel_affinity" | "predictive_analytics.total_clv" | "properties" | "subscriptions" | "subscriptions.email" | "subscriptions.email.marketing" | "subscriptions.email.marketing.can_receive_email_marketing" | "subscriptions.email.marketing.consent" | "subscriptions.email.marketing.consent_timestamp" | "subscriptions.email.marketing.custom_method_detail" | "subscriptions.email.marketing.double_optin" | "subscriptions.email.marketing.last_updated" | "subscriptions.email.marketing.list_suppressions" | "subscriptions.email.marketing.method" | "subscriptions.email.marketing.method_detail" | "subscriptions.email.marketing.suppression" | "subscriptions.email.open_tracking" | "subscriptions.email.open_tracking.can_receive" | "subscriptions.email.open_tracking.consent" | "subscriptions.email.open_tracking.consent_timestamp" | "subscriptions.email.open_tracking.created_timestamp" | "subscriptions.email.open_tracking.last_updated" | "subscriptions.email.open_tracking.metadata" | "subscriptions.email.open_tracking.valid_until" | "subscriptions.mobile_push" | "subscriptions.mobile_push.marketing" | "subscriptions.mobile_push.marketing.can_receive_push_marketing" | "subscriptions.mobile_push.marketing.consent" | "subscriptions.mobile_push.marketing.consent_timestamp" | "subscriptions.sms" | "subscriptions.sms.marketing" | "subscriptions.sms.marketing.can_receive_sms_marketing" | "subscriptions.sms.marketing.consent" | "subscriptions.sms.marketing.consent_timestamp" | "subscriptions.sms.marketing.last_updated" | "subscriptions.sms.marketing.method" | "subscriptions.sms.marketing.method_detail" | "subscriptions.sms.transactional" | "subscriptions.sms.transactional.can_receive_sms_transactional" | "subscriptions.sms.transactional.consent" | "subscriptions.sms.transactional.consent_timestamp" | "subscriptions.sms.transactional.last_updated" | "subscriptions.sms.transactional.method" | "subscriptions.sms.transactional.method_detail" | "subscriptions.whatsapp" | "subscriptions.whatsapp.conversational" | "subscriptions.whatsapp.conversational.can_receive" | "subscriptions.whatsapp.conversational.consent" | "subscriptions.whatsapp.conversational.consent_timestamp" | "subscriptions.whatsapp.conversational.created_timestamp" | "subscriptions.whatsapp.conversational.last_updated" | "subscriptions.whatsapp.conversational.metadata" | "subscriptions.whatsapp.conversational.phone_number" | "subscriptions.whatsapp.conversational.valid_until" | "subscriptions.whatsapp.marketing" | "subscriptions.whatsapp.marketing.can_receive" | "subscriptions.whatsapp.marketing.consent" | "subscriptions.whatsapp.marketing.consent_timestamp" | "subscriptions.whatsapp.marketing.created_timestamp" | "subscriptions.whatsapp.marketing.last_updated" | "subscriptions.whatsapp.marketing.metadata" | "subscriptions.whatsapp.marketing.phone_number" | "subscriptions.whatsapp.marketing.valid_until" | "subscriptions.whatsapp.transactional" | "subscriptions.whatsapp.transactional.can_receive" | "subscriptions.whatsapp.transactional.consent" | "subscriptions.whatsapp.transactional.consent_timestamp" | "subscriptions.whatsapp.transactional.created_timestamp" | "subscriptions.whatsapp.transactional.last_updated" | "subscriptions.whatsapp.transactional.metadata" | "subscriptions.whatsapp.transactional.phone_number" | "subscriptions.whatsapp.transactional.valid_until" | "title" | "updated";
        /** @enum {string} */
        ProfileSuppressionBulkCreateJobField: "completed_at" | "completed_count" | "created_at" | "id" | "skipped_count" | "status" | "total_count";
        /** @enum {string} */
        ProfileSuppressionBulkDeleteJobField: "completed_at" | "completed_count" | "created_at" | "id" | "skipped_count" | "status" | "total_count";
        /** @enum {string} */
        PushTokenField: "background" | "created" | "enablement_status" | "id" | "metadata" | "metadata.app_build" | "metadata.app_id" | "metadata.app_name" | "metadata.app_version" | "metadata.device_id" | "metadata.device_model" | "metadata.environment" | "metadata.klaviyo_sdk" | "metadata.manufacturer" | "metadata.os_name" | "metadata.os_version" | "metadata.sdk_version" | "platform" | "recorded_date" | "token" | "vendor";
        /** @enum {string} */
        SegmentField: "created" | "definition" | "definition.condition_groups" | "id" | "is_active" | "is_processing" | "is_starred" | "name" | "updated";
        /** @enum {string} */
        TagField: "id" | "name";
    };
    responses: {
        /** @description The request is wrong or not allowed (permanent), or comes too fast (429: again after `Retry-After`). */
        ClientError: {
            headers: {
                /** @description Seconds to wait; only with 429. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Klaviyo failed; the same request may succeed later. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /** @description Members of `profile` that are left out unless asked for here. */
        AdditionalProfileFields: ("subscriptions" | "predictive_analytics")[];
        /** @description Which members of `profile` resources to return. Without it, all of them. */
        ProfileFields: components["schemas"]["ProfileField"][];
        /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
        PageCursor: string;
        /** @description How many resources a page holds. */
        PageSize: number;
        /** @description Which members of `conversation` resources to return. Without it, all of them. */
        ConversationFields: components["schemas"]["ConversationField"][];
        /** @description Which members of `push-token` resources to return. Without it, all of them. */
        PushTokenFields: components["schemas"]["PushTokenField"][];
        /** @description Id of the profile. */
        ProfileId: string;
        /** @description Which members of `list` resources to return. Without it, all of them. */
        ListFields: components["schemas"]["ListField"][];
        /** @description Which members of `segment` resources to return. Without it, all of them. */
        SegmentFields: components["schemas"]["SegmentField"][];
        /** @description Which members of `profile-bulk-import-job` resources to return. Without it, all of them. */
        ProfileBulkImportJobFields: components["schemas"]["ProfileBulkImportJobField"][];
        /** @description Id of the job. */
        JobId: string;
        /** @description Id of the bulk import job. */
        BulkImportJobId: string;
        /** @description Which members of `import-error` resources to return. Without it, all of them. */
        ImportErrorFields: components["schemas"]["ImportErrorField"][];
        /** @description How many resources a page holds. */
        EventPageSize: number;
        /** @description Which members of `attribution` resources to return. Without it, all of them. */
        AttributionFields: components["schemas"]["AttributionField"][];
        /** @description Which members of `event` resources to return. Without it, all of them. */
        EventFields: components["schemas"]["EventField"][];
        /** @description Which members of `metric` resources to return. Without it, all of them. */
        MetricFields: components["schemas"]["MetricField"][];
        /** @description Which members of `profile` resources to return. Without it, all of them. */
        IncludedProfileFields: components["schemas"]["IncludedProfileField"][];
        /** @description Id of the event. */
        EventId: string;
        /** @description Which members of `flow` resources to return. Without it, all of them. */
        FlowFields: components["schemas"]["FlowField"][];
        /** @description Id of the metric. */
        MetricId: string;
        /** @description How many resources a page holds. */
        SmallPageSize: number;
        /** @description Which members of `tag` resources to return. Without it, all of them. */
        TagFields: components["schemas"]["TagField"][];
        /** @description Id of the list. */
        ListId: string;
        /** @description Members of `list` that are left out unless asked for here. */
        AdditionalListFields: "profile_count"[];
        /** @description Which members of `list` resources to return. Without it, all of them. */
        CountedListFields: components["schemas"]["CountedListField"][];
        /** @description Which members of `profile` resources to return. Without it, all of them. */
        MemberProfileFields: components["schemas"]["MemberProfileField"][];
        /** @description Id of the segment. */
        SegmentId: string;
        /** @description Members of `segment` that are left out unless asked for here. */
        AdditionalSegmentFields: "profile_count"[];
        /** @description Which members of `segment` resources to return. Without it, all of them. */
        CountedSegmentFields: components["schemas"]["CountedSegmentField"][];
        /** @description Which members of `profile-suppression-bulk-create-job` resources to return. Without it, all of them. */
        ProfileSuppressionBulkCreateJobFields: components["schemas"]["ProfileSuppressionBulkCreateJobField"][];
        /** @description Which members of `profile-suppression-bulk-delete-job` resources to return. Without it, all of them. */
        ProfileSuppressionBulkDeleteJobFields: components["schemas"]["ProfileSuppressionBulkDeleteJobField"][];
        /** @description Which members of `account` resources to return. Without it, all of them. */
        AccountFields: components["schemas"]["AccountField"][];
        /** @description Id of the account. */
        AccountId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    create_or_update_profile: {
        parameters: {
            query?: {
                /** @description Members of `profile` that are left out unless asked for here. */
                "additional-fields[profile]"?: components["parameters"]["AdditionalProfileFields"];
                /** @description Which members of `profile` resources to return. Without it, all of them. */
                "fields[profile]"?: components["parameters"]["ProfileFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ProfileUpsertRequest"];
            };
        };
        responses: {
            /** @description The profile existed and was updated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ProfileResponse"];
                };
            };
            /** @description The profile was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ProfileResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_profiles: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `any(email,["a@example.com","b@example.com"])`; several are joined by commas. Fields and their operators: `id` (any, equals); `email` (any, equals); `phone_number` (any, equals); `external_id` (any, equals); `_kx` (equals); `created` (greater-than, less-than); `updated` (greater-than, less-than); `subscriptions.email.marketing.list_suppressions.reason` (equals); `subscriptions.email.marketing.list_suppressions.timestamp` (greater-or-equal, greater-than, less-or-equal, less-than); `subscriptions.email.marketing.list_suppressions.list_id` (equals); `subscriptions.email.marketing.suppression.reason` (equals); `subscriptions.email.marketing.suppression.timestamp` (greater-or-equal, greater-than, less-or-equal, less-than). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "created" | "-created" | "email" | "-email" | "id" | "-id" | "subscriptions.email.marketing.list_suppressions.timestamp" | "-subscriptions.email.marketing.list_suppressions.timestamp" | "subscriptions.email.marketing.suppression.timestamp" | "-subscriptions.email.marketing.suppression.timestamp" | "updated" | "-updated";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many resources a page holds. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Related resources to return in `included`. */
                include?: ("conversations" | "push-tokens")[];
                /** @description Members of `profile` that are left out unless asked for here. */
                "additional-fields[profile]"?: components["parameters"]["AdditionalProfileFields"];
                /** @description Which members of `conversation` resources to return. Without it, all of them. */
                "fields[conversation]"?: components["parameters"]["ConversationFields"];
                /** @description Which members of `profile` resources to return. Without it, all of them. */
                "fields[profile]"?: components["parameters"]["ProfileFields"];
                /** @description Which members of `push-token` resources to return. Without it, all of them. */
                "fields[push-token]"?: components["parameters"]["PushTokenFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of profiles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ProfileCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    create_profile: {
        parameters: {
            query?: {
                /** @description Members of `profile` that are left out unless asked for here. */
                "additional-fields[profile]"?: components["parameters"]["AdditionalProfileFields"];
                /** @description Which members of `profile` resources to return. Without it, all of them. */
                "fields[profile]"?: components["parameters"]["ProfileFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ProfileCreateRequest"];
            };
        };
        responses: {
            /** @description The new profile. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ProfileResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_profile: {
        parameters: {
            query?: {
                /** @description Related resources to return in `included`. */
                include?: ("conversations" | "lists" | "push-tokens" | "segments")[];
                /** @description Members of `profile` that are left out unless asked for here. */
                "additional-fields[profile]"?: components["parameters"]["AdditionalProfileFields"];
                /** @description Which members of `conversation` resources to return. Without it, all of them. */
                "fields[conversation]"?: components["parameters"]["ConversationFields"];
                /** @description Which members of `list` resources to return. Without it, all of them. */
                "fields[list]"?: components["parameters"]["ListFields"];
                /** @description Which members of `profile` resources to return. Without it, all of them. */
                "fields[profile]"?: components["parameters"]["ProfileFields"];
                /** @description Which members of `push-token` resources to return. Without it, all of them. */
                "fields[push-token]"?: components["parameters"]["PushTokenFields"];
                /** @description Which members of `segment` resources to return. Without it, all of them. */
                "fields[segment]"?: components["parameters"]["SegmentFields"];
            };
            header?: never;
            path: {
                /** @description Id of the profile. */
                id: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ProfileResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    update_profile: {
        parameters: {
            query?: {
                /** @description Members of `profile` that are left out unless asked for here. */
                "additional-fields[profile]"?: components["parameters"]["AdditionalProfileFields"];
                /** @description Which members of `profile` resources to return. Without it, all of them. */
                "fields[profile]"?: components["parameters"]["ProfileFields"];
            };
            header?: never;
            path: {
                /** @description Id of the profile. */
                id: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ProfileUpdateRequest"];
            };
        };
        responses: {
            /** @description The profile after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ProfileResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_import_profiles_jobs: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(status,"complete")`; several are joined by commas. Fields and their operators: `status` (any, equals). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "created_at" | "-created_at";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many resources a page holds. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Which members of `profile-bulk-import-job` resources to return. Without it, all of them. */
                "fields[profile-bulk-import-job]"?: components["parameters"]["ProfileBulkImportJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ProfileBulkImportJobCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_import_profiles: {
        parameters: {
            query?: {
                /** @description Which members of `profile-bulk-import-job` resources to return. Without it, all of them. */
                "fields[profile-bulk-import-job]"?: components["parameters"]["ProfileBulkImportJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ProfileBulkImportRequest"];
            };
        };
        responses: {
            /** @description Accepted. The work is done later. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ProfileBulkImportJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_import_profiles_job: {
        parameters: {
            query?: {
                /** @description Related resources to return in `included`. */
                include?: "lists"[];
                /** @description Which members of `list` resources to return. Without it, all of them. */
                "fields[list]"?: components["parameters"]["ListFields"];
                /** @description Which members of `profile-bulk-import-job` resources to return. Without it, all of them. */
                "fields[profile-bulk-import-job]"?: components["parameters"]["ProfileBulkImportJobFields"];
            };
            header?: never;
            path: {
                /** @description Id of the job. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ProfileBulkImportJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_errors_for_bulk_import_profiles_job: {
        parameters: {
            query?: {
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many resources a page holds. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Which members of `import-error` resources to return. Without it, all of them. */
                "fields[import-error]"?: components["parameters"]["ImportErrorFields"];
            };
            header?: never;
            path: {
                /** @description Id of the bulk import job. */
                id: components["parameters"]["BulkImportJobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of errors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ImportErrorCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_events: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(metric_id,"AbC123")`; several are joined by commas. Fields and their operators: `metric_id` (equals); `profile_id` (equals); `profile` (has); `metric` (has); `datetime` (greater-or-equal, greater-than, less-or-equal, less-than); `timestamp` (greater-or-equal, greater-than, less-or-equal, less-than). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "datetime" | "-datetime" | "timestamp" | "-timestamp";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many resources a page holds. */
                "page[size]"?: components["parameters"]["EventPageSize"];
                /** @description Related resources to return in `included`. */
                include?: ("attributions" | "metric" | "profile")[];
                /** @description Which members of `attribution` resources to return. Without it, all of them. */
                "fields[attribution]"?: components["parameters"]["AttributionFields"];
                /** @description Which members of `event` resources to return. Without it, all of them. */
                "fields[event]"?: components["parameters"]["EventFields"];
                /** @description Which members of `metric` resources to return. Without it, all of them. */
                "fields[metric]"?: components["parameters"]["MetricFields"];
                /** @description Which members of `profile` resources to return. Without it, all of them. */
                "fields[profile]"?: components["parameters"]["IncludedProfileFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["EventCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    create_event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["EventCreateRequest"];
            };
        };
        responses: {
            /** @description Accepted. The work is done later. The body is empty. */
            202: {
                headers: {
                    /** @description Names what was left out of the profile, such as `phone_number`. */
                    "X-Klaviyo-Partial-Failure"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_event: {
        parameters: {
            query?: {
                /** @description Related resources to return in `included`. */
                include?: ("attributions" | "metric" | "profile")[];
                /** @description Which members of `attribution` resources to return. Without it, all of them. */
                "fields[attribution]"?: components["parameters"]["AttributionFields"];
                /** @description Which members of `event` resources to return. Without it, all of them. */
                "fields[event]"?: components["parameters"]["EventFields"];
                /** @description Which members of `metric` resources to return. Without it, all of them. */
                "fields[metric]"?: components["parameters"]["MetricFields"];
                /** @description Which members of `profile` resources to return. Without it, all of them. */
                "fields[profile]"?: components["parameters"]["IncludedProfileFields"];
            };
            header?: never;
            path: {
                /** @description Id of the event. */
                id: components["parameters"]["EventId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["EventResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_create_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["EventBulkCreateRequest"];
            };
        };
        responses: {
            /** @description Accepted. The work is done later. The body is empty. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_metrics: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(integration.name,"API")`; several are joined by commas. Fields and their operators: `integration.name` (equals); `integration.category` (equals). */
                filter?: string;
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description Related resources to return in `included`. */
                include?: "flow-triggers"[];
                /** @description Which members of `flow` resources to return. Without it, all of them. */
                "fields[flow]"?: components["parameters"]["FlowFields"];
                /** @description Which members of `metric` resources to return. Without it, all of them. */
                "fields[metric]"?: components["parameters"]["MetricFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of metrics. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["MetricCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_metric: {
        parameters: {
            query?: {
                /** @description Related resources to return in `included`. */
                include?: "flow-triggers"[];
                /** @description Which members of `flow` resources to return. Without it, all of them. */
                "fields[flow]"?: components["parameters"]["FlowFields"];
                /** @description Which members of `metric` resources to return. Without it, all of them. */
                "fields[metric]"?: components["parameters"]["MetricFields"];
            };
            header?: never;
            path: {
                /** @description Id of the metric. */
                id: components["parameters"]["MetricId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metric. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["MetricResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_lists: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(name,"Newsletter")`; several are joined by commas. Fields and their operators: `name` (any, equals); `id` (any, equals); `created` (greater-than); `updated` (greater-than). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "created" | "-created" | "id" | "-id" | "name" | "-name" | "updated" | "-updated";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many resources a page holds. */
                "page[size]"?: components["parameters"]["SmallPageSize"];
                /** @description Related resources to return in `included`. */
                include?: ("flow-triggers" | "tags")[];
                /** @description Which members of `flow` resources to return. Without it, all of them. */
                "fields[flow]"?: components["parameters"]["FlowFields"];
                /** @description Which members of `list` resources to return. Without it, all of them. */
                "fields[list]"?: components["parameters"]["ListFields"];
                /** @description Which members of `tag` resources to return. Without it, all of them. */
                "fields[tag]"?: components["parameters"]["TagFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of lists. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ListCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    create_list: {
        parameters: {
            query?: {
                /** @description Which members of `list` resources to return. Without it, all of them. */
                "fields[list]"?: components["parameters"]["ListFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ListCreateRequest"];
            };
        };
        responses: {
            /** @description The new list. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ListResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_list: {
        parameters: {
            query?: {
                /** @description Related resources to return in `included`. */
                include?: ("flow-triggers" | "tags")[];
                /** @description Members of `list` that are left out unless asked for here. */
                "additional-fields[list]"?: components["parameters"]["AdditionalListFields"];
                /** @description Which members of `flow` resources to return. Without it, all of them. */
                "fields[flow]"?: components["parameters"]["FlowFields"];
                /** @description Which members of `list` resources to return. Without it, all of them. */
                "fields[list]"?: components["parameters"]["CountedListFields"];
                /** @description Which members of `tag` resources to return. Without it, all of them. */
                "fields[tag]"?: components["parameters"]["TagFields"];
            };
            header?: never;
            path: {
                /** @description Id of the list. */
                id: components["parameters"]["ListId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ListResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    delete_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the list. */
                id: components["parameters"]["ListId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    update_list: {
        parameters: {
            query?: {
                /** @description Which members of `list` resources to return. Without it, all of them. */
                "fields[list]"?: components["parameters"]["ListFields"];
            };
            header?: never;
            path: {
                /** @description Id of the list. */
                id: components["parameters"]["ListId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ListUpdateRequest"];
            };
        };
        responses: {
            /** @description The list after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["ListResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_profiles_for_list: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(email,"a@example.com")`; several are joined by commas. Fields and their operators: `email` (any, equals); `phone_number` (any, equals); `push_token` (any, equals); `_kx` (equals); `joined_group_at` (greater-or-equal, greater-than, less-or-equal, less-than). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "joined_group_at" | "-joined_group_at";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many resources a page holds. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Members of `profile` that are left out unless asked for here. */
                "additional-fields[profile]"?: components["parameters"]["AdditionalProfileFields"];
                /** @description Which members of `profile` resources to return. Without it, all of them. */
                "fields[profile]"?: components["parameters"]["MemberProfileFields"];
            };
            header?: never;
            path: {
                /** @description Id of the list. */
                id: components["parameters"]["ListId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["MemberCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_profile_ids_for_list: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(email,"a@example.com")`; several are joined by commas. Fields and their operators: `email` (any, equals); `phone_number` (any, equals); `push_token` (any, equals); `_kx` (equals); `joined_group_at` (greater-or-equal, greater-than, less-or-equal, less-than). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "joined_group_at" | "-joined_group_at";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many resources a page holds. */
                "page[size]"?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description Id of the list. */
                id: components["parameters"]["ListId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["MemberIdCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    add_profiles_to_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the list. */
                id: components["parameters"]["ListId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ListMembersRequest"];
            };
        };
        responses: {
            /** @description Added. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    remove_profiles_from_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the list. */
                id: components["parameters"]["ListId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ListMembersRequest"];
            };
        };
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_segments: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(name,"Newsletter")`; several are joined by commas. Fields and their operators: `name` (any, equals); `id` (any, equals); `created` (greater-than); `updated` (greater-than); `is_active` (any, equals); `is_starred` (equals). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "created" | "-created" | "id" | "-id" | "name" | "-name" | "updated" | "-updated";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many resources a page holds. */
                "page[size]"?: components["parameters"]["SmallPageSize"];
                /** @description Related resources to return in `included`. */
                include?: ("flow-triggers" | "tags")[];
                /** @description Which members of `flow` resources to return. Without it, all of them. */
                "fields[flow]"?: components["parameters"]["FlowFields"];
                /** @description Which members of `segment` resources to return. Without it, all of them. */
                "fields[segment]"?: components["parameters"]["SegmentFields"];
                /** @description Which members of `tag` resources to return. Without it, all of them. */
                "fields[tag]"?: components["parameters"]["TagFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of segments. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SegmentCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_segment: {
        parameters: {
            query?: {
                /** @description Related resources to return in `included`. */
                include?: ("flow-triggers" | "tags")[];
                /** @description Members of `segment` that are left out unless asked for here. */
                "additional-fields[segment]"?: components["parameters"]["AdditionalSegmentFields"];
                /** @description Which members of `flow` resources to return. Without it, all of them. */
                "fields[flow]"?: components["parameters"]["FlowFields"];
                /** @description Which members of `segment` resources to return. Without it, all of them. */
                "fields[segment]"?: components["parameters"]["CountedSegmentFields"];
                /** @description Which members of `tag` resources to return. Without it, all of them. */
                "fields[tag]"?: components["parameters"]["TagFields"];
            };
            header?: never;
            path: {
                /** @description Id of the segment. */
                id: components["parameters"]["SegmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The segment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SegmentResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_profiles_for_segment: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(profile_id,"AbC123")`; several are joined by commas. Fields and their operators: `profile_id` (any, equals); `email` (any, equals); `phone_number` (any, equals); `push_token` (any, equals); `_kx` (equals); `joined_group_at` (greater-or-equal, greater-than, less-or-equal, less-than). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "joined_group_at" | "-joined_group_at";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many resources a page holds. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Members of `profile` that are left out unless asked for here. */
                "additional-fields[profile]"?: components["parameters"]["AdditionalProfileFields"];
                /** @description Which members of `profile` resources to return. Without it, all of them. */
                "fields[profile]"?: components["parameters"]["MemberProfileFields"];
            };
            header?: never;
            path: {
                /** @description Id of the segment. */
                id: components["parameters"]["SegmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["MemberCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_profile_ids_for_segment: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(profile_id,"AbC123")`; several are joined by commas. Fields and their operators: `profile_id` (any, equals); `email` (any, equals); `phone_number` (any, equals); `push_token` (any, equals); `_kx` (equals); `joined_group_at` (greater-or-equal, greater-than, less-or-equal, less-than). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "joined_group_at" | "-joined_group_at";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many resources a page holds. */
                "page[size]"?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description Id of the segment. */
                id: components["parameters"]["SegmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["MemberIdCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_subscribe_profiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["SubscribeRequest"];
            };
        };
        responses: {
            /** @description Accepted. The work is done later. The body is empty. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_unsubscribe_profiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["UnsubscribeRequest"];
            };
        };
        responses: {
            /** @description Accepted. The work is done later. The body is empty. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_suppress_profiles_jobs: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(status,"complete")`; several are joined by commas. Fields and their operators: `status` (equals); `list_id` (equals); `segment_id` (equals). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "created" | "-created";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description Which members of `profile-suppression-bulk-create-job` resources to return. Without it, all of them. */
                "fields[profile-suppression-bulk-create-job]"?: components["parameters"]["ProfileSuppressionBulkCreateJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SuppressionCreateJobCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_suppress_profiles: {
        parameters: {
            query?: {
                /** @description Which members of `profile-suppression-bulk-create-job` resources to return. Without it, all of them. */
                "fields[profile-suppression-bulk-create-job]"?: components["parameters"]["ProfileSuppressionBulkCreateJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["SuppressRequest"];
            };
        };
        responses: {
            /** @description Accepted. The work is done later. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SuppressionCreateJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_suppress_profiles_job: {
        parameters: {
            query?: {
                /** @description Which members of `profile-suppression-bulk-create-job` resources to return. Without it, all of them. */
                "fields[profile-suppression-bulk-create-job]"?: components["parameters"]["ProfileSuppressionBulkCreateJobFields"];
            };
            header?: never;
            path: {
                /** @description Id of the job. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SuppressionCreateJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_unsuppress_profiles_jobs: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(status,"complete")`; several are joined by commas. Fields and their operators: `status` (equals); `list_id` (equals); `segment_id` (equals). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "created" | "-created";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description Which members of `profile-suppression-bulk-delete-job` resources to return. Without it, all of them. */
                "fields[profile-suppression-bulk-delete-job]"?: components["parameters"]["ProfileSuppressionBulkDeleteJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SuppressionDeleteJobCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    bulk_unsuppress_profiles: {
        parameters: {
            query?: {
                /** @description Which members of `profile-suppression-bulk-delete-job` resources to return. Without it, all of them. */
                "fields[profile-suppression-bulk-delete-job]"?: components["parameters"]["ProfileSuppressionBulkDeleteJobFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["UnsuppressRequest"];
            };
        };
        responses: {
            /** @description Accepted. The work is done later. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SuppressionDeleteJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_unsuppress_profiles_job: {
        parameters: {
            query?: {
                /** @description Which members of `profile-suppression-bulk-delete-job` resources to return. Without it, all of them. */
                "fields[profile-suppression-bulk-delete-job]"?: components["parameters"]["ProfileSuppressionBulkDeleteJobFields"];
            };
            header?: never;
            path: {
                /** @description Id of the job. */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["SuppressionDeleteJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    request_profile_deletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["ProfileDeletionRequest"];
            };
        };
        responses: {
            /** @description Accepted. The work is done later. The body is empty. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_accounts: {
        parameters: {
            query?: {
                /** @description Which members of `account` resources to return. Without it, all of them. */
                "fields[account]"?: components["parameters"]["AccountFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account of the key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["AccountCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_account: {
        parameters: {
            query?: {
                /** @description Which members of `account` resources to return. Without it, all of them. */
                "fields[account]"?: components["parameters"]["AccountFields"];
            };
            header?: never;
            path: {
                /** @description Id of the account. */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.api+json": components["schemas"]["AccountResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
}
