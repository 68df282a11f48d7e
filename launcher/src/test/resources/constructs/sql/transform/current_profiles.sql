CREATE TEMPORARY VIEW current_profiles AS SELECT customer, city FROM profiles;
