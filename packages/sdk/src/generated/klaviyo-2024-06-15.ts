// Generated, do not edit: made by `pnpm codegen` from codegen/klaviyo/2024-06-15.yaml.

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
         * @description Creates the profile, or updates the one with the same `id` or else the same identifiers. A member left out stays as it is; `null` clears it. Safe to send again. 409 `duplicate_profile` means that the identifiers belong to two profiles.
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
         * @description Fails with 409 `duplicate_profile` when an identifier is taken; profile import updates instead.
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
         * @description One profile by its id.
         */
        get: operations["get_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a profile
         * @description Changes a profile by its id. A member left out stays as it is; `null` clears it.
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
        get: operations["get_bulk_profile_import_jobs"];
        put?: never;
        /**
         * Import profiles in bulk
         * @description Starts a job that creates or updates up to 10,000 profiles. The whole body is checked at once: one bad profile fails the request with its pointer. What goes wrong later is in the import errors of the job. Bulk import ignores `null`: it cannot clear a field. The body may have 5 MB.
         */
        post: operations["spawn_bulk_profile_import_job"];
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
        get: operations["get_bulk_profile_import_job"];
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
        get: operations["get_bulk_profile_import_job_import_errors"];
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
         * @description Pages through the events of the account, at most 200 to a page.
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
         * @description Records up to 1000 events of one or more profiles, counted over all entries, in a body of up to 5 MB. The body is checked at once, the rest is done later; there is no job to ask about.
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
         * Rename a list
         * @description The name is all that can be changed.
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
        get: operations["get_list_profiles"];
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
        get: operations["get_list_relationships_profiles"];
        put?: never;
        /**
         * Add profiles to a list
         * @description Makes up to 1000 profiles members. This gives no consent: to subscribe people, use the bulk subscribe operation.
         */
        post: operations["create_list_relationships"];
        /**
         * Remove profiles from a list
         * @description Ends the membership of up to 1000 profiles. Consent is not touched, but messages to this list no longer reach them.
         */
        delete: operations["delete_list_relationships"];
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
        get: operations["get_segment_profiles"];
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
        get: operations["get_segment_relationships_profiles"];
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
         * @description Records the consent of up to 100 profiles to email, SMS or both, and adds them to the list if one is given. Where double opt-in applies, they first get a message to confirm. Earlier unsubscribes, spam reports and manual suppressions of the profiles are lifted. A channel whose identifier is missing fails the request.
         */
        post: operations["subscribe_profiles"];
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
         * @description Withdraws the consent of up to 100 profiles to email, SMS or both. Given a list, a profile leaves that list; a profile that is not on it, or no list, means unsubscribed from everything. So a second call with the same list can do more than the first.
         */
        post: operations["unsubscribe_profiles"];
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
        get?: never;
        put?: never;
        /**
         * Suppress profiles
         * @description Stops email marketing to up to 100 addresses, or to all current members of a list or segment, whatever their consent. Unknown addresses become profiles.
         */
        post: operations["suppress_profiles"];
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
        get?: never;
        put?: never;
        /**
         * Unsuppress profiles
         * @description Takes manual suppressions (`USER_SUPPRESSED`) off up to 100 addresses, or off all current members of a list or segment. Unsubscribed, bounced and invalid addresses stay suppressed.
         */
        post: operations["unsuppress_profiles"];
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
            /** @description Identifies a person of whom nothing better is known. */
            anonymous_id?: string | null;
            /** @description Encrypted identifier (exchange id) that Klaviyo's web tracking puts into links. */
            _kx?: string | null;
            first_name?: string | null;
            last_name?: string | null;
            /** @description Company the person works for. */
            organization?: string | null;
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
            /** @description Identifies a person of whom nothing better is known. */
            anonymous_id?: string | null;
            first_name?: string | null;
            last_name?: string | null;
            /** @description Company the person works for. */
            organization?: string | null;
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
            /** @description Free-form. Segments see plain values and arrays at the top level; data that only templates need goes into `$extra`. At most 300, no string above 100 kB, no array above 4000 items, no deeper than 10 levels. */
            properties: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it happened, kept to the second. From after the year 2000 to one year ahead. Absent means the time of receipt.
             */
            time?: string | null;
            /** @description Amount to sum up over events of the metric, such as a price. */
            value?: number | null;
            /** @description ISO 4217 code of the currency of `value`. */
            value_currency?: string | null;
            /** @description Makes the event idempotent: of several with the same profile, metric and `unique_id` only the first is kept. Without it, Klaviyo keeps one event for each profile, metric and second. */
            unique_id?: string | null;
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
            /** @description Free-form. Segments see plain values and arrays at the top level; data that only templates need goes into `$extra`. At most 300, no string above 100 kB, no array above 4000 items, no deeper than 10 levels. */
            properties: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it happened, kept to the second. From after the year 2000 to one year ahead. Absent means the time of receipt.
             */
            time?: string | null;
            /** @description Amount to sum up over events of the metric, such as a price. */
            value?: number | null;
            /** @description ISO 4217 code of the currency of `value`. */
            value_currency?: string | null;
            /** @description Makes the event idempotent: of several with the same profile, metric and `unique_id` only the first is kept. Without it, Klaviyo keeps one event for each profile, metric and second. */
            unique_id?: string | null;
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
             * @description When the person consented, for consent collected earlier. Absent means now. Ignored where double opt-in applies.
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
                /** @description Channels to subscribe to. Leaving it out consents to every channel whose identifier is given, so always send it. */
                subscriptions?: components["schemas"]["SubscriptionChannels"] | null;
                /**
                 * Format: date
                 * @description Date of birth, needed for SMS consent in accounts that check the age.
                 */
                age_gated_date_of_birth?: string | null;
            };
        };
        /** @description The channels to subscribe to. */
        SubscriptionChannels: {
            email?: components["schemas"]["SubscriptionChannel"] | null;
            sms?: components["schemas"]["SubscriptionChannel"] | null;
        };
        SubscriptionChannel: {
            marketing: components["schemas"]["MarketingConsent"];
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
            };
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
                    name: string;
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
            /** @description Language tag of BCP 47. */
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
            /** @description Language tag of BCP 47. */
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
            };
            links: components["schemas"]["SelfLink"];
        };
        /** @description One profile. */
        ProfileResponse: {
            data: components["schemas"]["Profile"];
            /** @description The related resources that `include` asked for. */
            included?: (components["schemas"]["List"] | components["schemas"]["Segment"])[];
        };
        /** @description A page of profiles. */
        ProfileCollection: {
            data: components["schemas"]["Profile"][];
            links: components["schemas"]["CollectionLinks"];
        };
        /** @description A page of members. */
        MemberCollection: {
            data: components["schemas"]["MemberProfile"][];
            links: components["schemas"]["CollectionLinks"];
        };
        /** @description A page of the ids of members. */
        MemberIdCollection: {
            data: components["schemas"]["ProfileIdentifier"][];
        };
        /** @description Consent of a profile for each channel. */
        Subscriptions: {
            email?: components["schemas"]["EmailSubscriptionState"] | null;
            sms?: components["schemas"]["SmsSubscriptionState"] | null;
        };
        EmailSubscriptionState: {
            marketing?: components["schemas"]["EmailMarketingState"] | null;
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
            /** @description Why mail to this address is suppressed. */
            reason: string;
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
            consent_timestamp: string;
            /** @description How the consent came about. */
            method: string;
            /**
             * @description More on `method`, where known.
             * @default
             */
            method_detail?: string | null;
            /**
             * Format: date-time
             * @description When the consent record last changed.
             */
            last_updated: string;
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
        };
        /** @description A page of bulk import jobs. */
        ProfileBulkImportJobCollection: {
            data: components["schemas"]["ProfileBulkImportJob"][];
            links: components["schemas"]["CollectionLinks"];
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
                    pointer?: string;
                };
                /** @description The profile as it was sent. */
                original_payload?: {
                    [key: string]: unknown;
                } | null;
            };
            links: components["schemas"]["SelfLink"];
        };
        /** @description A page of import errors. */
        ImportErrorCollection: {
            data: components["schemas"]["ImportError"][];
            links: components["schemas"]["CollectionLinks"];
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
        };
        /** @description A page of events. */
        EventCollection: {
            data: components["schemas"]["Event"][];
            /** @description The related resources that `include` asked for. */
            included?: (components["schemas"]["Attribution"] | components["schemas"]["Metric"] | components["schemas"]["Profile"])[];
            links: components["schemas"]["CollectionLinks"];
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
                };
                "attributed-event"?: {
                    data?: components["schemas"]["EventIdentifier"];
                };
                campaign?: {
                    data?: components["schemas"]["CampaignIdentifier"];
                };
                "campaign-message"?: {
                    data?: components["schemas"]["CampaignMessageIdentifier"];
                };
                flow?: {
                    data?: components["schemas"]["FlowIdentifier"];
                };
                "flow-message"?: {
                    data?: components["schemas"]["FlowMessageIdentifier"];
                };
                "flow-message-variation"?: {
                    data?: components["schemas"]["FlowMessageIdentifier"];
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
            links: components["schemas"]["SelfLink"];
        };
        /** @description One metric. */
        MetricResponse: {
            data: components["schemas"]["Metric"];
        };
        /** @description A page of metrics. */
        MetricCollection: {
            data: components["schemas"]["Metric"][];
            links: components["schemas"]["CollectionLinks"];
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
            };
            links: components["schemas"]["SelfLink"];
        };
        /** @description One list. */
        ListResponse: {
            data: components["schemas"]["List"];
            /** @description The related resources that `include` asked for. */
            included?: components["schemas"]["Tag"][];
        };
        /** @description A page of lists. */
        ListCollection: {
            data: components["schemas"]["List"][];
            /** @description The related resources that `include` asked for. */
            included?: components["schemas"]["Tag"][];
            links: components["schemas"]["CollectionLinks"];
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
            included?: components["schemas"]["Tag"][];
        };
        /** @description A page of segments. */
        SegmentCollection: {
            data: components["schemas"]["Segment"][];
            /** @description The related resources that `include` asked for. */
            included?: components["schemas"]["Tag"][];
            links: components["schemas"]["CollectionLinks"];
        };
        Tag: {
            /** @constant */
            type: "tag";
            /** @description Klaviyo id. */
            id: string;
            attributes: {
                name: string;
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
                industry: string;
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
            website_url: string;
            organization_name: string;
            street_address: components["schemas"]["StreetAddress"];
        };
        StreetAddress: {
            address1: string;
            address2: string;
            city: string;
            /** @description State, province or region. */
            region: string;
            /** @description ISO 3166 code of two letters. */
            country: string;
            zip: string;
        };
        /** @description One account. */
        AccountResponse: {
            data: components["schemas"]["Account"];
        };
        /** @description The account of the key, as a list of one. */
        AccountCollection: {
            data: components["schemas"]["Account"][];
            links: components["schemas"]["CollectionLinks"];
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
            /** Format: uri */
            first?: string;
            /** Format: uri */
            last?: string;
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
        AccountField: "test_account" | "contact_information" | "contact_information.default_sender_name" | "contact_information.default_sender_email" | "contact_information.website_url" | "contact_information.organization_name" | "contact_information.street_address" | "contact_information.street_address.address1" | "contact_information.street_address.address2" | "contact_information.street_address.city" | "contact_information.street_address.region" | "contact_information.street_address.country" | "contact_information.street_address.zip" | "industry" | "timezone" | "preferred_currency" | "public_api_key" | "locale";
        /** @enum {string} */
        CountedListField: "name" | "created" | "updated" | "opt_in_process" | "profile_count";
        /** @enum {string} */
        CountedSegmentField: "name" | "definition" | "definition.condition_groups" | "created" | "updated" | "is_active" | "is_processing" | "is_starred" | "profile_count";
        /** @enum {string} */
        EventField: "timestamp" | "event_properties" | "datetime" | "uuid";
        /** @enum {string} */
        ImportErrorField: "code" | "title" | "detail" | "source" | "source.pointer" | "original_payload";
        /** @enum {string} */
        IncludedProfileField: "email" | "phone_number" | "external_id" | "first_name" | "last_name" | "organization" | "locale" | "title" | "image" | "created" | "updated" | "last_event_date" | "location" | "location.address1" | "location.address2" | "location.city" | "location.country" | "location.latitude" | "location.longitude" | "location.region" | "location.zip" | "location.timezone" | "location.ip" | "properties";
        /** @enum {string} */
        ListField: "name" | "created" | "updated" | "opt_in_process";
        /** @enum {string} */
        MemberProfileField: "email" | "phone_number" | "external_id" | "first_name" | "last_name" | "organization" | "locale" | "title" | "image" | "created" | "updated" | "last_event_date" | "location" | "location.address1" | "location.address2" | "location.city" | "location.country" | "location.latitude" | "location.longitude" | "location.region" | "location.zip" | "location.timezone" | "location.ip" | "properties" | "joined_group_at" | "subscriptions" | "subscriptions.email" | "subscriptions.email.marketing" | "subscriptions.email.marketing.can_receive_email_marketing" | "subscriptions.email.marketing.consent" | "subscriptions.email.marketing.consent_timestamp" | "subscriptions.email.marketing.last_updated" | "subscriptions.email.marketing.method" | "subscriptions.email.marketing.method_detail" | "subscriptions.email.marketing.custom_method_detail" | "subscriptions.email.marketing.double_optin" | "subscriptions.email.marketing.suppression" | "subscriptions.email.marketing.list_suppressions" | "subscriptions.sms" | "subscriptions.sms.marketing" | "subscriptions.sms.marketing.can_receive_sms_marketing" | "subscriptions.sms.marketing.consent" | "subscriptions.sms.marketing.consent_timestamp" | "subscriptions.sms.marketing.method" | "subscriptions.sms.marketing.method_detail" | "subscriptions.sms.marketing.last_updated" | "predictive_analytics" | "predictive_analytics.historic_clv" | "predictive_analytics.predicted_clv" | "predictive_analytics.total_clv" | "predictive_analytics.historic_number_of_orders" | "predictive_analytics.predicted_number_of_orders" | "predictive_analytics.average_days_between_orders" | "predictive_analytics.average_order_value" | "predictive_analytics.churn_probability" | "predictive_analytics.expected_date_of_next_order";
        /** @enum {string} */
        MetricField: "name" | "created" | "updated" | "integration";
        /** @enum {string} */
        ProfileBulkImportJobField: "status" | "created_at" | "total_count" | "completed_count" | "failed_count" | "completed_at" | "expires_at" | "started_at";
        /** @enum {string} */
        ProfileField: "email" | "phone_number" | "external_id" | "first_name" | "last_name" | "organization" | "locale" | "title" | "image" | "created" | "updated" | "last_event_date" | "location" | "location.address1" | "location.address2" | "location.city" | "location.country" | "location.latitude" | "location.longitude" | "location.region" | "location.zip" | "location.timezone" | "location.ip" | "properties" | "subscriptions" | "subscriptions.email" | "subscriptions.email.marketing" | "subscriptions.email.marketing.can_receive_email_marketing" | "subscriptions.email.marketing.consent" | "subscriptions.email.marketing.consent_timestamp" | "subscriptions.email.marketing.last_updated" | "subscriptions.email.marketing.method" | "subscriptions.email.marketing.method_detail" | "subscriptions.email.marketing.custom_method_detail" | "subscriptions.email.marketing.double_optin" | "subscriptions.email.marketing.suppression" | "subscriptions.email.marketing.list_suppressions" | "subscriptions.sms" | "subscriptions.sms.marketing" | "subscriptions.sms.marketing.can_receive_sms_marketing" | "subscriptions.sms.marketing.consent" | "subscriptions.sms.marketing.consent_timestamp" | "subscriptions.sms.marketing.method" | "subscriptions.sms.marketing.method_detail" | "subscriptions.sms.marketing.last_updated" | "predictive_analytics" | "predictive_analytics.historic_clv" | "predictive_analytics.predicted_clv" | "predictive_analytics.total_clv" | "predictive_analytics.historic_number_of_orders" | "predictive_analytics.predicted_number_of_orders" | "predictive_analytics.average_days_between_orders" | "predictive_analytics.average_order_value" | "predictive_analytics.churn_probability" | "predictive_analytics.expected_date_of_next_order";
        /** @enum {string} */
        SegmentField: "name" | "definition" | "definition.condition_groups" | "created" | "updated" | "is_active" | "is_processing" | "is_starred";
        /** @enum {string} */
        TagField: "name";
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
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Klaviyo failed; the same request may succeed later. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
        PageCursor: string;
        /** @description How many resources a page holds. */
        PageSize: number;
        /** @description Members of `profile` that are left out unless asked for here. */
        AdditionalProfileFields: ("subscriptions" | "predictive_analytics")[];
        /** @description Which members of `profile` resources to return. Without it, all of them. */
        ProfileFields: components["schemas"]["ProfileField"][];
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
        /** @description Which members of `event` resources to return. Without it, all of them. */
        EventFields: components["schemas"]["EventField"][];
        /** @description Which members of `metric` resources to return. Without it, all of them. */
        MetricFields: components["schemas"]["MetricField"][];
        /** @description Which members of `profile` resources to return. Without it, all of them. */
        IncludedProfileFields: components["schemas"]["IncludedProfileField"][];
        /** @description Id of the event. */
        EventId: string;
        /** @description Id of the metric. */
        MetricId: string;
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
        /** @description How many resources a page holds. */
        LargePageSize: number;
        /** @description Id of the segment. */
        SegmentId: string;
        /** @description Members of `segment` that are left out unless asked for here. */
        AdditionalSegmentFields: "profile_count"[];
        /** @description Which members of `segment` resources to return. Without it, all of them. */
        CountedSegmentFields: components["schemas"]["CountedSegmentField"][];
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
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileUpsertRequest"];
            };
        };
        responses: {
            /** @description The profile existed and was updated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileResponse"];
                };
            };
            /** @description The profile was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_profiles: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `any(email,["a@example.com","b@example.com"])`; several are joined by commas. Fields and their operators: `id` (any, equals); `email` (any, equals); `phone_number` (any, equals); `external_id` (any, equals); `_kx` (equals); `created` (greater-than, less-than); `updated` (greater-than, less-than); `subscriptions.email.marketing.suppression.timestamp` (greater-than, greater-or-equal, less-than, less-or-equal); `subscriptions.email.marketing.suppression.reason` (equals); `subscriptions.email.marketing.list_suppressions.list_id` (equals); `subscriptions.email.marketing.list_suppressions.reason` (equals); `subscriptions.email.marketing.list_suppressions.timestamp` (greater-than, greater-or-equal, less-than, less-or-equal). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "created" | "-created" | "email" | "-email" | "id" | "-id" | "updated" | "-updated" | "subscriptions.email.marketing.list_suppressions.timestamp" | "-subscriptions.email.marketing.list_suppressions.timestamp" | "subscriptions.email.marketing.suppression.timestamp" | "-subscriptions.email.marketing.suppression.timestamp";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many resources a page holds. */
                "page[size]"?: components["parameters"]["PageSize"];
                /** @description Members of `profile` that are left out unless asked for here. */
                "additional-fields[profile]"?: components["parameters"]["AdditionalProfileFields"];
                /** @description Which members of `profile` resources to return. Without it, all of them. */
                "fields[profile]"?: components["parameters"]["ProfileFields"];
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
                    "application/json": components["schemas"]["ProfileCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    create_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileCreateRequest"];
            };
        };
        responses: {
            /** @description The new profile. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileResponse"];
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
                include?: ("lists" | "segments")[];
                /** @description Members of `profile` that are left out unless asked for here. */
                "additional-fields[profile]"?: components["parameters"]["AdditionalProfileFields"];
                /** @description Which members of `list` resources to return. Without it, all of them. */
                "fields[list]"?: components["parameters"]["ListFields"];
                /** @description Which members of `profile` resources to return. Without it, all of them. */
                "fields[profile]"?: components["parameters"]["ProfileFields"];
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
                    "application/json": components["schemas"]["ProfileResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    update_profile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the profile. */
                id: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileUpdateRequest"];
            };
        };
        responses: {
            /** @description The profile after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_profile_import_jobs: {
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
                    "application/json": components["schemas"]["ProfileBulkImportJobCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    spawn_bulk_profile_import_job: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileBulkImportRequest"];
            };
        };
        responses: {
            /** @description Accepted. The work is done later. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileBulkImportJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_profile_import_job: {
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
                    "application/json": components["schemas"]["ProfileBulkImportJobResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_bulk_profile_import_job_import_errors: {
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
                    "application/json": components["schemas"]["ImportErrorCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_events: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(metric_id,"AbC123")`; several are joined by commas. Fields and their operators: `metric_id` (equals); `profile_id` (equals); `profile` (has); `datetime` (greater-or-equal, greater-than, less-or-equal, less-than); `timestamp` (greater-or-equal, greater-than, less-or-equal, less-than). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "datetime" | "-datetime" | "timestamp" | "-timestamp";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description Related resources to return in `included`. */
                include?: ("attributions" | "metric" | "profile")[];
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
                    "application/json": components["schemas"]["EventCollection"];
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
                "application/json": components["schemas"]["EventCreateRequest"];
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
                    "application/json": components["schemas"]["EventResponse"];
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
                "application/json": components["schemas"]["EventBulkCreateRequest"];
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
                    "application/json": components["schemas"]["MetricCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_metric: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["MetricResponse"];
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
                /** @description Related resources to return in `included`. */
                include?: "tags"[];
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
                    "application/json": components["schemas"]["ListCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    create_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListCreateRequest"];
            };
        };
        responses: {
            /** @description The new list. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListResponse"];
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
                include?: "tags"[];
                /** @description Members of `list` that are left out unless asked for here. */
                "additional-fields[list]"?: components["parameters"]["AdditionalListFields"];
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
                    "application/json": components["schemas"]["ListResponse"];
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
                "application/json": components["schemas"]["ListUpdateRequest"];
            };
        };
        responses: {
            /** @description The list after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_list_profiles: {
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
                    "application/json": components["schemas"]["MemberCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_list_relationships_profiles: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(email,"a@example.com")`; several are joined by commas. Fields and their operators: `email` (any, equals); `phone_number` (any, equals); `push_token` (any, equals); `_kx` (equals); `joined_group_at` (greater-or-equal, greater-than, less-or-equal, less-than). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "joined_group_at" | "-joined_group_at";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many resources a page holds. */
                "page[size]"?: components["parameters"]["LargePageSize"];
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
                    "application/json": components["schemas"]["MemberIdCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    create_list_relationships: {
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
                "application/json": components["schemas"]["ListMembersRequest"];
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
    delete_list_relationships: {
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
                "application/json": components["schemas"]["ListMembersRequest"];
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
                /** @description Related resources to return in `included`. */
                include?: "tags"[];
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
                    "application/json": components["schemas"]["SegmentCollection"];
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
                include?: "tags"[];
                /** @description Members of `segment` that are left out unless asked for here. */
                "additional-fields[segment]"?: components["parameters"]["AdditionalSegmentFields"];
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
                    "application/json": components["schemas"]["SegmentResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_segment_profiles: {
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
                    "application/json": components["schemas"]["MemberCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    get_segment_relationships_profiles: {
        parameters: {
            query?: {
                /** @description Filter expression, such as `equals(email,"a@example.com")`; several are joined by commas. Fields and their operators: `email` (any, equals); `phone_number` (any, equals); `push_token` (any, equals); `_kx` (equals); `joined_group_at` (greater-or-equal, greater-than, less-or-equal, less-than). */
                filter?: string;
                /** @description Order of the results; `-` reverses it. */
                sort?: "joined_group_at" | "-joined_group_at";
                /** @description Where to go on: the cursor in `links.next` or `links.prev` of another page. */
                "page[cursor]"?: components["parameters"]["PageCursor"];
                /** @description How many resources a page holds. */
                "page[size]"?: components["parameters"]["LargePageSize"];
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
                    "application/json": components["schemas"]["MemberIdCollection"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    subscribe_profiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscribeRequest"];
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
    unsubscribe_profiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnsubscribeRequest"];
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
    suppress_profiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuppressRequest"];
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
    unsuppress_profiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnsuppressRequest"];
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
    request_profile_deletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileDeletionRequest"];
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
                    "application/json": components["schemas"]["AccountCollection"];
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
                    "application/json": components["schemas"]["AccountResponse"];
                };
            };
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
}
