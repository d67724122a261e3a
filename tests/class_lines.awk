# How many lines the functions of each class have: "lines class", or "lines class file" where the class is of one source
# file alone. Functions are counted from their first line to their last brace, as clang-format lays them out; one that
# stands in its class on a single line counts as one. A class inside of another one is counted for itself.
function count(class, lines) { sum[(FILENAME, class) in own ? class " " FILENAME : class] += lines }

FNR == 1 { depth = waits = body = first = opened = 0; owner = "" }
{ match($0, /^ */); indent = RLENGTH }

# Inside of a function that stands outside of its class, from its brace in the first column to the next one
opened { if ($0 == "}") { if (owner != "") count(owner, FNR - first + 1); opened = 0; owner = "" } next }
depth == 0 && $0 == "{" && waits == 0 { opened = 1; next }

# Inside of a function that stands in its class
body { if (indent == bodyIndent && $0 ~ /^ *}/) { count(classes[depth], FNR - body + 2); body = 0 } next }

# The head of a class: "class Name final : public Other", and where it ends
/^ *(class|struct) [A-Za-z_0-9:]+( final)?( *:[^:].*)?$/ {
    name = $2; sub(/.*::/, "", name)
    if ($0 ~ /;$/) next
    waits = name; waitsIndent = indent
    next
}
waits != 0 && $0 ~ /^ *{$/ && indent == waitsIndent {
    classes[++depth] = waits; indents[depth] = indent; waits = 0
    if (FILENAME ~ /\.cpp$/) own[FILENAME, classes[depth]] = 1
    next
}
depth && indent == indents[depth] && /^ *}/ { --depth; next }
depth && indent == indents[depth] + 4 && /^ *{$/ { body = FNR; bodyIndent = indent; next }
depth && indent == indents[depth] + 4 && /\).*{.*}$/ { count(classes[depth], 1); next }

# The head of a function outside of its class: "int Name::function(", also where it goes on in the next line
depth == 0 && indent == 0 && /^[A-Za-z_].*\(/ && !/^(namespace|using|static_assert|extern|#)/ {
    text = $0; sub(/\(.*/, "", text); owner = ""
    if (text ~ /::~?[A-Za-z_0-9]+$/ || text ~ /::operator[^(]*$/) {
        sub(/::(~?[A-Za-z_0-9]+|operator[^(]*)$/, "", text); sub(/.*[ *&:<>]/, "", text)
        owner = text; first = FNR
    }
}
END { for (class in sum) print sum[class], class }
