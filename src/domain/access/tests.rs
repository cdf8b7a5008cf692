//! Scopes and roles, as tables.

use super::*;

fn set(text: &str) -> Result<ScopeSet> {
    ScopeSet::parse(&Json::parse(text).expect("json"))
}

#[test]
fn names_round_trip() {
    for (at, scope) in Scope::EVERY.into_iter().enumerate() {
        assert_eq!(scope as usize, at);
        assert_eq!(Scope::parse(scope.as_str()), Some(scope));
    }
    for unknown in ["", "events", "events:", "events:delete", "Admin", "**", "token:read"] {
        assert_eq!(Scope::parse(unknown), None, "{unknown}");
    }
}

#[test]
fn keys_hold_rights() {
    for (scopes, access, allowed) in [
        (r#"["*"]"#, Access::ADMIN, true),
        (r#"["admin"]"#, Access::EVENTS_WRITE, true),
        (r#"["events:read"]"#, Access::EVENTS_READ, true),
        (r#"["events:read"]"#, Access::EVENTS_WRITE, false),
        (r#"["events:*"]"#, Access::EVENTS_WRITE, true),
        (r#"["events:*"]"#, Access::WEBHOOKS_READ, false),
        (r#"["events:*","webhooks:read"]"#, Access::WEBHOOKS_READ, true),
        (r#"["deliveries:*"]"#, Access::DELIVERIES_RETRY, true),
        (r#"["events:write"]"#, Access::EVENTS_VALIDATE, true),
        (r#"["webhooks:write"]"#, Access::PIPELINES_WRITE, true),
        (r#"["jobs:read"]"#, Access::ANY_KEY_READ, true),
        (r#"["events:*"]"#, Access::ADMIN, false),
        (r#"["audit:*"]"#, Access::AUDIT_READ, true),
    ] {
        let result = access.check_key(&set(scopes).expect(scopes));
        assert_eq!(result.is_ok(), allowed, "{scopes} {access:?}");
    }
    let refused = Access::PIPELINES_WRITE.check_key(&set(r#"["events:read"]"#).expect("set"));
    assert_eq!(refused.expect_err("refused").message(), "Insufficient scope: pipelines:write");
}

#[test]
fn sets_are_validated_and_keep_their_order() {
    for (text, message) in [
        ("[]", "Scopes must not be empty"),
        (r#"["events:read","x"]"#, "Unknown scope: x"),
        ("[1]", "scopes must be an array of strings"),
        (r#""*""#, "scopes must be an array of strings"),
    ] {
        assert_eq!(set(text).expect_err(text).message(), message);
    }
    let kept = set(r#"["webhooks:read","events:*","webhooks:read"]"#).expect("set");
    assert_eq!(serde_json::to_string(&kept).expect("json"), r#"["webhooks:read","events:*"]"#);
}

#[test]
fn roles_cover_kinds() {
    use RoleKind::{Admin, Read, Write};
    for (role, kinds) in [
        (Role::Owner, &[Read, Write, Admin][..]),
        (Role::Admin, &[Read, Write, Admin]),
        (Role::Member, &[Read, Write]),
        (Role::Viewer, &[Read]),
    ] {
        for kind in [Read, Write, Admin] {
            assert_eq!(role.may(kind), kinds.contains(&kind), "{role:?} {kind:?}");
        }
        assert_eq!(Role::parse(role.as_str()), Some(role));
    }
}

#[test]
fn roles_manage_those_below_them() {
    for (role, managed) in [
        (Role::Owner, &[Role::Admin, Role::Member, Role::Viewer][..]),
        (Role::Admin, &[Role::Member, Role::Viewer]),
        (Role::Member, &[]),
        (Role::Viewer, &[]),
    ] {
        for other in [Role::Owner, Role::Admin, Role::Member, Role::Viewer] {
            assert_eq!(role.may_manage(other), managed.contains(&other), "{role:?} {other:?}");
        }
    }
}
